import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { allMigrations } from '#bin/migrations.ts'
import { preparedSnapshot } from '#bin/prepared.ts'
import { loadDemo } from '#demo/load.ts'
import { loadMany } from '#demo/many.ts'
import { migrate } from '#kernel/database/migrate.ts'
import { ensureMonths } from '#kernel/database/months.ts'
import { type Database, openEmbedded, openServer } from '#kernel/database/open.ts'
import { systemClock } from '#kernel/time/clock.ts'
import { type Keyring, keyringIn } from '#kernel/vault/keyring.ts'
import { findPostgres, startPostgres } from '#testing/postgres.ts'

export interface Crowded {
  database: Database
  ring: Keyring
  /** With which `linli serve` serves it. */
  environment: Record<string, string>
}

const made = process.env.LINLI_BENCH_URL

/** The numbers of cases to measure among: these; where a district is there already, that one. */
export const sizes = (counts: readonly number[]): readonly number[] => (made === undefined ? counts : counts.slice(-1))

/**
 * A demo district of so many cases on a server of its own, thrown away afterwards. Where there are to be any, one that `linli demo --cases` made is taken instead
 * where `LINLI_BENCH_URL` names it, with its keyring in the folder that `LINLI_DATA` names: what is measured changes it.
 */
export async function crowded(count: number, work: (ground: Crowded) => Promise<void>): Promise<void> {
  if (made !== undefined && count > 0) {
    const folder = process.env.LINLI_DATA ?? 'data'
    const ring = await keyringIn(join(folder, 'keyring.json'))
    const database = openServer(made)
    const environment = { DATABASE_URL: made, LINLI_DATA: folder }
    return work({ database, ring, environment }).finally(() => database.close())
  }
  const programs = findPostgres()
  if (!programs) return console.log('  no PostgreSQL with PostGIS on this machine: not measured')
  const server = await startPostgres(programs, { durable: true })
  const database = openServer(server.address)
  const folder = mkdtempSync(join(tmpdir(), 'linli-bench-'))
  try {
    const ring = await keyringIn(join(folder, 'keyring.json'))
    await fill(database, ring, count)
    await work({ database, ring, environment: { DATABASE_URL: server.address, LINLI_DATA: folder } })
  } finally {
    await database.close()
    await server.stop()
    rmSync(folder, { recursive: true })
  }
}

/** The same in the embedded database of a folder of its own, closed again: with what `linli serve` opens and serves it. */
export async function crowdedFolder(count: number, work: (environment: Record<string, string>) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'linli-bench-'))
  try {
    const database = await openEmbedded(join(folder, 'database'), await preparedSnapshot(await allMigrations()))
    await keyringIn(join(folder, 'keyring.json'))
      .then((ring) => fill(database, ring, count))
      .finally(() => database.close())
    await work({ LINLI_DATA: folder, DATABASE_URL: '' })
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Makes a demo district of so many cases in a database. */
async function fill(database: Database, ring: Keyring, count: number): Promise<void> {
  const now = systemClock()
  await migrate(database, await allMigrations())
  await ensureMonths(database, now)
  if (count === 0) await loadDemo({ database, ring, now, cases: 0 })
  else console.log(`  ${await loadMany({ database, ring, now, count, years: 10 })}`)
  // As in a house that has stood for days: where a migration has only just run, all that is new is drawn anew beside what is measured.
  await sql`update migrations set at = at - interval '2 days'`.execute(database.kysely)
}
