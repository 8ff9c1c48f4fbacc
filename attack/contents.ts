import { sql } from 'kysely'
import type { Database } from '#kernel/database/open.ts'
import { within } from '#kernel/database/within.ts'
import { tablesByDistrict } from './tables.ts'

/** What each table holds of a district, as a hash: to see whether anything changed. That somebody tried is counted, and is no change. */
export async function contentsOf(database: Database, district: string): Promise<Map<string, string>> {
  return within(database, { as: 'owner' }, async (connection) => {
    const tables = (await tablesByDistrict(connection)).filter((table) => table !== 'people.attempts')
    const contents = new Map<string, string>()
    for (const table of tables) {
      const { rows } = await sql<{ hash: string }>`
        select md5(coalesce(string_agg(t::text, ',' order by t::text), '')) as hash from ${sql.raw(table)} t
        where district = ${district}`.execute(connection)
      contents.set(table, rows[0]?.hash ?? '')
    }
    return contents
  })
}

/** The tables that hold something else than before. */
export const changedSince = (before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): string[] =>
  [...after].flatMap(([table, rows]) => (before.get(table) === rows ? [] : [table]))

/** Forgets how often anybody has tried, of one district or of all: how soon somebody is slowed down is not what is asked. */
export const forgetAttempts = (database: Database, district?: string) =>
  within(database, { as: 'owner' }, (connection) =>
    sql`delete from people.attempts ${district === undefined ? sql`` : sql`where district = ${district}`}`.execute(connection),
  )
