import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { allMigrations } from '#bin/migrations.ts'
import { openServer } from '#kernel/database/open.ts'
import type { Part } from '#testing/parts.ts'
import { findPostgres, startPostgres } from '#testing/postgres.ts'
import { linli } from './command.ts'
import { pause } from './play.ts'

/** `linli migrate` killed again and again until it gets through, and an old program that meets a newer database. */
export const part: Part = async (goals, { quick }) => {
  const programs = findPostgres()
  if (!programs) return
  const folder = mkdtempSync(join(tmpdir(), 'linli-migrations-'))
  const postgres = await startPostgres(programs, { durable: true })
  const environment = { LINLI_DATA: folder, DATABASE_URL: postgres.address, PORT: '0' }
  try {
    const all = (await allMigrations()).length
    let kills = 0
    for (let patience = 400; ; patience += quick ? 400 : 25) {
      const { child, ended } = linli(environment, 'migrate')
      const first = await Promise.race([ended, pause(patience)])
      if (first === 0) break
      child.kill('SIGKILL')
      await ended
      kills += 1
    }
    const database = openServer(postgres.address)
    const { rows } = await sql<{ count: number }>`select count(*)::integer as count from migrations`.execute(database.kysely)
    const ran = rows[0]?.count ?? 0
    goals.note({
      name: `linli migrate, killed ${kills} times on the way`,
      figure: `${ran} of ${all} migrations, each once`,
      goal: 'all, each once',
      holds: ran === all,
    })
    await sql`insert into migrations (name, checksum) values ('kernel/future/migrations/999-later.sql', 'x')`.execute(
      database.kysely,
    )
    await database.close()
    const old = linli(environment, 'serve')
    const code = await Promise.race([old.ended, pause(20_000)])
    old.child.kill('SIGKILL')
    const says = /this database is newer than this program/.test(old.said())
    goals.note({
      name: 'an old program that meets a newer database',
      figure: code === undefined ? 'it serves all the same' : `it ends with ${code}${says ? ' and says why' : ' without a word'}`,
      goal: 'it ends, and says why',
      holds: code !== undefined && code !== 0 && says,
    })
  } finally {
    await postgres.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
