import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { allMigrations } from '#bin/migrations.ts'
import { preparedSnapshot } from '#bin/prepared.ts'
import { migrate } from '#kernel/database/migrate.ts'
import { type Database, openEmbedded, openServer } from '#kernel/database/open.ts'
import { settle } from '#testing/neighbourhood.ts'
import { findPostgres, type OwnServer, startPostgres } from '#testing/postgres.ts'

/** What a run stands on: the invented neighbourhood in a database of its own, with the environment to serve it. */
export interface Ground {
  kind: 'embedded' | 'server'
  district: string
  environment: Record<string, string>
  /** PostgreSQL itself, where it is a process of its own. */
  postgres?: OwnServer
  /** Opens the database beside or after the server, as its owner. Embedded, only once no server runs. */
  open: () => Promise<Database>
  end: () => Promise<void>
}

const programs = findPostgres()
/** Whether this machine has a PostgreSQL server to treat badly. */
export const hasServer = programs !== undefined

/** Lays ground that keeps what it acknowledged through a loss of power: a folder, or a server that waits for its disk. */
export async function layGround(kind: Ground['kind'], under = tmpdir(), settings: Record<string, string> = {}): Promise<Ground> {
  const folder = mkdtempSync(join(under, 'linli-chaos-'))
  if (kind === 'embedded') {
    const place = join(folder, 'database')
    const open = () => openEmbedded(place, undefined)
    const district = await settled(await openEmbedded(place, await preparedSnapshot(await allMigrations())))
    const end = async () => rmSync(folder, { recursive: true, force: true })
    return { kind, district, environment: { LINLI_DATA: folder, DATABASE_URL: '' }, open, end }
  }
  if (!programs) throw new Error('there is no PostgreSQL with PostGIS on this machine')
  const postgres = await startPostgres(programs, { durable: true, under, settings })
  const open = async () => openServer(postgres.address)
  const district = await settled(await open())
  const end = async () => {
    await postgres.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  return { kind, district, environment: { LINLI_DATA: folder, DATABASE_URL: postgres.address }, postgres, open, end }
}

/** Lays the invented neighbourhood in a database, and closes it. Gives its district. */
export async function settled(database: Database): Promise<string> {
  await migrate(database, await allMigrations())
  const district = await settle(database)
  await database.close()
  return district
}
