import { sql } from 'kysely'
import type { Connection } from '#kernel/database/open.ts'
import { keptPhotos } from '#kernel/files/store.ts'
import type { KeptSeal } from '#kernel/record/keptSeals.ts'
import { systemClock } from '#kernel/time/clock.ts'
import type { Facts } from './manifest.ts'

/** What a database says of itself, on a connection that sees it as it is kept. */
export async function factsOf(connection: Connection): Promise<Facts> {
  const { rows: migrations } = await sql<Facts['migrations'][number]>`
    select name, checksum from migrations order by name`.execute(connection)
  const { rows: seals } = await sql<KeptSeal>`
    select distinct on (district) district, number, hash from record.seals order by district, number desc`.execute(connection)
  const at = systemClock().toString()
  return { at, postgres: await versionOf(connection), migrations, seals, photos: await keptPhotos(connection) }
}

/** The first number of PostgreSQL's version. */
export async function versionOf(connection: Connection): Promise<number> {
  const { rows } = await sql<{ version: number }>`select current_setting('server_version_num')::integer as version`.execute(
    connection,
  )
  return Math.floor((rows[0]?.version ?? 0) / 10_000)
}
