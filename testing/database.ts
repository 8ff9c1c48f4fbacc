import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { sql } from 'kysely'
import { allMigrations } from '#bin/migrations.ts'
import { preparedSnapshot } from '#bin/prepared.ts'
import { migrate } from '#kernel/database/migrate.ts'
import { type Database, type Ear, openEmbedded, openServer } from '#kernel/database/open.ts'
import { joinNodes, onCluster } from './cluster.ts'

/** The address of an empty database on a server, when the tests are to run there. */
const server = process.env.TEST_DATABASE_URL

/** Whether the tests of this process run on a server: what needs two connections at once can only be seen there. */
export const onServer = server !== undefined

/** Whether it is one server: neither embedded nor a cluster of several. */
export const onOneServer = onServer && !onCluster

/** A test of what only one server shows, or needs to show once: there it is one, elsewhere none. */
export const testOnServer = onOneServer ? test : () => {}

/** A test of what only the embedded database has; on a server there is none. */
export const testEmbedded = onServer ? () => {} : test

let shared: Promise<Database> | undefined

/**
 * The one database of this test process, with all tables: on the server at TEST_DATABASE_URL, or embedded. Every test file
 * makes a district of its own in it, so that none sees another's rows.
 */
export function testDatabase(): Promise<Database> {
  shared ??= openShared()
  return shared
}

const openShared = () => withAllTables(async () => openServer(server ?? ''))

/** The embedded database as it was prepared, with all tables; on a server the empty one that is opened, with them. */
async function withAllTables(open: () => Promise<Database>): Promise<Database> {
  const migrations = await allMigrations()
  if (server === undefined) return openEmbedded(undefined, await preparedSnapshot(migrations))
  const database = await open()
  await migrate(database, migrations)
  return database
}

/** An empty database of its own, without any table, for a test about the database itself. Close it when done. */
export async function blankDatabase(): Promise<Database> {
  if (server === undefined) return openEmbedded(undefined, await preparedSnapshot([]))
  const { address, drop } = await blankOnServer()
  const database = openServer(address)
  const close = async () => {
    await database.close()
    await drop()
  }
  return { ...database, close }
}

/** A database of its own with all tables and nothing in them, for a story about all that there is in one. Close it when done. */
export const ownDatabase = (): Promise<Database> => withAllTables(blankDatabase)

/** The same as all tests have, on a server by connections of its own, of which each statement is heard. Close it when done. */
export async function listenedDatabase(heard: Ear): Promise<Database> {
  if (server === undefined) return openEmbedded(undefined, await preparedSnapshot(await allMigrations()), heard)
  await testDatabase()
  return openServer(server, heard)
}

/** The address of an empty database of its own on the tests' server, and how it is dropped again. */
export async function blankOnServer(): Promise<{ address: string; drop: () => Promise<void> }> {
  if (server === undefined) throw new Error('these tests run on no server: TEST_DATABASE_URL names one')
  const { kysely } = await testDatabase()
  const name = `blank_${randomUUID().replaceAll('-', '')}`
  await sql`create database ${sql.id(name)}`.execute(kysely)
  const part = onCluster ? await joinNodes(new URL(server), name) : async () => {}
  const drop = async () => {
    await part()
    await sql`drop database ${sql.id(name)} with (force)`.execute(kysely)
  }
  return { address: Object.assign(new URL(server), { pathname: name }).href, drop }
}
