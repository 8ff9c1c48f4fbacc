import { execFile, execFileSync } from 'node:child_process'
import { chownSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { sql } from 'kysely'
import { type Database, openServer } from '#kernel/database/open.ts'
import type { Part } from '#testing/parts.ts'
import { findPostgres, startPostgres, whoRunsIt } from '#testing/postgres.ts'
import { type Heard, startClients } from './client.ts'
import { linli } from './command.ts'
import { type Ground, layGround } from './ground.ts'
import { pause, until } from './play.ts'
import { reckon } from './reckon.ts'
import { serve } from './server.ts'

const moment = 'before the disaster'

/** Somebody drops the cases while people work: the server is put back to a named moment before, from a base backup and the log that was kept since. */
export const part: Part = async (goals, { quick }) => {
  const programs = findPostgres()
  if (!programs) return goals.notRun('a point in time', 'no PostgreSQL with PostGIS on this machine')
  const folder = mkdtempSync(join(tmpdir(), 'linli-chaos-moment-'))
  const places = { base: join(folder, 'base'), archive: join(folder, 'archive') }
  for (const place of [folder, ...Object.values(places)]) ownedByIt(place)
  try {
    const ground = await layGround('server', undefined, {
      archive_mode: 'on',
      archive_command: `cp %p ${places.archive}/%f`,
    })
    const { before, heard } = await disaster(ground, join(programs, 'pg_basebackup'), places.base, quick).finally(ground.end)
    const began = performance.now()
    const restored = await startPostgres(programs, {
      durable: true,
      settings: {
        restore_command: `cp ${places.archive}/%f %p`,
        recovery_target_name: moment,
        recovery_target_action: 'promote',
      },
      lay(data) {
        writeFileSync(join(places.base, 'recovery.signal'), '')
        execFileSync('cp', ['-a', places.base, data])
      },
    })
    try {
      const database = openServer(restored.address)
      await promoted(database)
      const seconds = ((performance.now() - began) / 1000).toFixed(1)
      const { acknowledged, lost, twice, broken } = await reckon(database, ground.district, before)
      await database.close()
      const { ended, said } = linli({ LINLI_DATA: folder, DATABASE_URL: restored.address }, 'verify')
      const code = await ended
      goals.note({
        name: 'somebody drops the cases; the server is put back to a moment before',
        figure: `in ${seconds} s; of ${acknowledged} acknowledged before the moment ${lost.length} lost; ${twice.length} twice or of later, out of ${heard.acknowledged.length - acknowledged} acknowledged after it; linli verify ends with ${code}`,
        goal: 'all of before, nothing of after, proven',
        holds: lost.length + twice.length + broken.length === 0 && code === 0 && heard.acknowledged.length > acknowledged,
        found: [...lost.map((what) => `lost: ${what}`), ...twice, ...broken, ...(code === 0 ? [] : [said()])],
      })
    } finally {
      await restored.stop()
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Takes a base backup under load, names a moment, and drops everything a while later. Gives what was heard, then and by that moment. */
async function disaster(
  ground: Ground,
  baseBackup: string,
  base: string,
  quick: boolean,
): Promise<{ before: Heard; heard: Heard }> {
  const { district, environment, postgres } = ground
  const server = await serve(environment)
  const clients = startClients(district, () => server.address, 10)
  try {
    await pause(2000)
    const { port, hostname } = new URL(postgres?.address ?? '')
    const given = ['-D', base, '-h', hostname, '-p', port, '-U', 'postgres', '-X', 'none', '--checkpoint=fast', '--no-sync']
    await promisify(execFile)(baseBackup, given, { ...whoRunsIt(), cwd: base })
    await pause(quick ? 4000 : 30_000)
    const acknowledged = [...clients.heard.acknowledged]
    const database = await ground.open()
    await sql`select pg_create_restore_point(${moment})`.execute(database.kysely)
    const sent = new Set(clients.heard.sent)
    await pause(quick ? 4000 : 30_000)
    await sql`drop schema cases cascade`.execute(database.kysely)
    await pause(1000)
    await sql`select pg_switch_wal()`.execute(database.kysely)
    await archived(database)
    await database.close()
    return { before: { ...clients.heard, acknowledged, sent }, heard: clients.heard }
  } finally {
    await server.kill()
    await clients.stop()
  }
}

/** Waits until the log is kept up to its last switch. */
const archived = ({ kysely }: Database) =>
  until(async () => {
    const { rows } = await sql<{ kept: boolean | null }>`
      select last_archived_wal >= pg_walfile_name(pg_current_wal_lsn() - 16777216) as kept from pg_stat_archiver`.execute(kysely)
    return rows[0]?.kept === true
  }, 'the log is kept up to its last switch')

/** Waits until a server that recovers has reached its target and takes writes. */
const promoted = ({ kysely }: Database) =>
  until(async () => {
    const { rows } = await sql<{ recovers: boolean }>`select pg_is_in_recovery() as recovers`.execute(kysely)
    return rows[0]?.recovers === false
  }, 'the restored server takes writes')

/** Makes a folder of the user that PostgreSQL runs as. */
function ownedByIt(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const who = whoRunsIt()
  if (who) chownSync(folder, who.uid, who.gid)
}
