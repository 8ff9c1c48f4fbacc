import { sql } from 'kysely'
import type { Database } from '#kernel/database/open.ts'
import { within } from '#kernel/database/within.ts'
import { tablesByDistrict } from './tables.ts'

/**
 * What each table holds of a district, as how many rows and the sum of their hashes: to see whether anything changed there
 * (`watchChanges` tells of all that is written anywhere). That somebody tried is counted, and is no change.
 */
export async function contentsOf(database: Database, district: string): Promise<Map<string, string>> {
  return within(database, { as: 'owner' }, async (connection) => {
    const tables = (await tablesByDistrict(connection)).filter((table) => table !== 'people.attempts')
    const each = tables.map(
      (table) => sql`select ${sql.lit(table)} as name, count(*) || ' ' || coalesce(sum(hashtextextended(t::text, 0)), 0) as rows
        from ${sql.raw(table)} t where district = ${district}`,
    )
    const { rows } = await sql<{ name: string; rows: string }>`${sql.join(each, sql` union all `)}`.execute(connection)
    return new Map(rows.map((one) => [one.name, one.rows]))
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
