import { sql } from 'kysely'
import type { Database } from '#kernel/database/open.ts'
import { within } from '#kernel/database/within.ts'

/** The login that serves and owns nothing, where an installation keeps it apart (`deploy/postgresql/roles.sql`). */
const serving = 'linli_app'

/** What happened, who looked and who changed what: tables, and their months, that can only be added to. */
const addedTo = '^(record\\.(events|seals)|vault\\.(looks|keyring$)|people\\.changes)'

/**
 * Grants the login that serves what serving takes, after migrations made tables that it does not know; says whether there is such a
 * login. As the owner of the tables.
 */
export async function grantServing(database: Database, login = serving): Promise<boolean> {
  return within(database, { as: 'owner' }, async (connection) => {
    const names = async (query: ReturnType<typeof sql<{ name: string }>>) =>
      (await query.execute(connection)).rows.map(({ name }) => name)
    const isOther = sql<{ name: string }>`
      select rolname as name from pg_roles where rolname = ${login} and rolname <> current_user`
    if ((await names(isOther)).length === 0) return false
    const to = sql.id(login)
    for (const name of await names(sql`select nspname as name from pg_namespace where nspowner = current_user::regrole`)) {
      const schema = sql.id(name)
      await sql`grant usage on schema ${schema} to ${to}`.execute(connection)
      await sql`grant select, insert, update, delete on all tables in schema ${schema} to ${to}`.execute(connection)
      await sql`grant execute on all functions in schema ${schema} to ${to}`.execute(connection)
    }
    const tables = sql<{ name: string }>`
      select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p') and n.nspname || '.' || c.relname ~ ${addedTo}`
    for (const name of await names(tables)) await sql`revoke update, delete on ${sql.raw(name)} from ${to}`.execute(connection)
    await sql`grant select on migrations to ${to}`.execute(connection)
    return true
  })
}
