import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { sql } from 'kysely'
import { distribute } from './distribute.ts'
import type { Connection, Database } from './open.ts'
import { statementsOf } from './statements.ts'

/** One step of the schema: its name (folder and file), and its statements. */
export interface Migration {
  name: string
  statements: string
}

/** The migrations of some folders (relative to the root), folder by folder in the given order, each folder's files by name. */
export async function readMigrations(root: URL, folders: readonly string[]): Promise<Migration[]> {
  const migrations: Migration[] = []
  for (const folder of folders) {
    const place = new URL(`${folder}/`, root)
    for (const file of (await readdir(place)).filter((name) => name.endsWith('.sql')).sort())
      migrations.push({ name: `${folder}/${file}`, statements: await readFile(new URL(file, place), 'utf8') })
  }
  return migrations
}

/**
 * Brings the schema up to date: runs each migration that has not run yet, in order, each once and whole, also when several
 * processes start together. Refuses a database that a newer program has already changed.
 * On a server with Citus it then distributes the tables. Gives the names of those that it ran.
 */
export async function migrate(database: Database, migrations: readonly Migration[]): Promise<string[]> {
  return database.kysely.connection().execute(async (connection) => {
    // One after the other, also on the embedded database, where the lock costs nothing.
    await sql`select pg_advisory_lock(hashtext('linli migrations'))`.execute(connection)
    try {
      const done = await alreadyRun(connection)
      const unknown = [...done.keys()].filter((name) => !migrations.some((migration) => migration.name === name))
      if (unknown.length > 0)
        throw new Error(`this database is newer than this program (it has ${unknown.join(', ')}): update the program`)
      const ran: string[] = []
      for (const migration of migrations) {
        const { name, statements } = migration
        const checksum = checksumOf(migration)
        const before = done.get(name)
        if (before !== undefined && before !== checksum)
          throw new Error(`migration ${name} was changed after it had run here: add a new one instead`)
        if (before !== undefined) continue
        const record = `insert into migrations (name, checksum) values ('${name}', '${checksum}')`
        await runWhole(database, connection, [...statementsOf(statements), record]).catch((error: unknown) => {
          throw new Error(`migration ${name} failed: ${error instanceof Error ? error.message : String(error)}`, { cause: error })
        })
        ran.push(name)
      }
      await distribute(connection)
      return ran
    } finally {
      await sql`select pg_advisory_unlock(hashtext('linli migrations'))`.execute(connection)
    }
  })
}

/** By what it is known that a migration was not changed after it had run. */
export const checksumOf = ({ statements }: Migration): string => createHash('sha256').update(statements).digest('hex')

/** Runs statements in one transaction. A cluster alters a table and the functions beside it in one only node by node, which is asked for here. */
async function runWhole({ script }: Database, connection: Connection, statements: readonly string[]): Promise<void> {
  try {
    for (const statement of ['begin', `set local citus.multi_shard_modify_mode = 'sequential'`, ...statements, 'commit'])
      await script(connection, statement)
  } catch (error) {
    await script(connection, 'rollback')
    throw error
  }
}

async function alreadyRun(connection: Connection): Promise<Map<string, string>> {
  const known = await sql<{ there: boolean }>`select to_regclass('migrations') is not null as there`.execute(connection)
  // Asked first: a login that owns nothing may read the list and not make it.
  if (!known.rows[0]?.there)
    await sql`create table migrations (name text primary key, checksum text not null, at timestamptz not null default now())`.execute(
      connection,
    )
  const { rows } = await sql<{ name: string; checksum: string }>`select name, checksum from migrations`.execute(connection)
  return new Map(rows.map(({ name, checksum }) => [name, checksum]))
}
