import { stat } from 'node:fs/promises'
import { sql } from 'kysely'
import { isCluster } from '#kernel/database/distribute.ts'
import type { Database } from '#kernel/database/open.ts'
import { factsOf } from './facts.ts'
import type { Facts } from './manifest.ts'
import { runProgram } from './programs.ts'
import type { Progress } from './progress.ts'
import { sealAll } from './seals.ts'

/** The coordinate systems that PostGIS brings along: whoever restores and is no superuser may not write them. */
const notOurs = '--exclude-table-data=*.spatial_ref_sys'

/**
 * Has `pg_dump` write a server's database into a file, as it is at one moment, while work goes on. Gives what it says of itself at
 * that very moment.
 */
export async function dumpServer(database: Database, address: string, file: string, progress: Progress): Promise<Facts> {
  await refuseCluster(database)
  await sealAll(database)
  const watching = setInterval(async () => {
    const { size } = await stat(file).catch(() => ({ size: 0 }))
    progress(`${(size / 1e6).toFixed(0)} MB of the database written`)
  }, 1000)
  try {
    return await database.kysely.connection().execute(async (connection) => {
      await database.script(connection, 'begin isolation level repeatable read read only')
      const facts = await factsOf(connection)
      const { rows } = await sql<{ moment: string }>`select pg_export_snapshot() as moment`.execute(connection)
      const given = ['--format=custom', '--no-owner', notOurs, `--snapshot=${rows[0]?.moment}`, `--file=${file}`]
      await runProgram('pg_dump', address, given)
      await database.script(connection, 'commit')
      return facts
    })
  } finally {
    clearInterval(watching)
  }
}

/** A cluster's nodes are at no common moment for `pg_dump`. */
export async function refuseCluster({ kysely }: Database): Promise<void> {
  if (await isCluster(kysely))
    throw new Error('this is a Citus cluster: back up each of its nodes by PostgreSQL’s own tools (docs/operations.md)')
}

/** The first table that a database has, if it is not empty. What extensions brought along does not count. */
export async function firstTableOf({ kysely }: Database): Promise<string | undefined> {
  const { rows } = await sql<{ name: string }>`
    select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p', 'v', 'm') and n.nspname <> 'information_schema' and n.nspname not like 'pg\\_%'
      and not exists (select 1 from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
    order by 1 limit 1`.execute(kysely)
  return rows[0]?.name
}

/** Fills an empty database from such a file, wholly or not at all. */
export async function fillServer(database: Database, address: string, file: string): Promise<void> {
  // They belong to the server, not to a database of it, and so are in no dump.
  for (const role of ['linli_command', 'linli_read']) {
    const { rows } = await sql`select 1 from pg_roles where rolname = ${role}`.execute(database.kysely)
    if (rows.length === 0) await sql`create role ${sql.id(role)} nologin noinherit`.execute(database.kysely)
  }
  await runProgram('pg_restore', address, ['--no-owner', '--no-comments', '--single-transaction', '--exit-on-error', file])
}
