import { sql } from 'kysely'
import type { Connection } from '../../database/open.ts'

/** Which grid took over all of another that ended, by a change of boundaries that holds on a day; of several the latest. */
export async function receivers(connection: Connection, district: string, day: string): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ grid: string; receiver: string }>`
    select grid, receiver from place.redrawings where district = ${district} and whole and holds_from <= ${day}::date
    order by holds_from, at, id`.execute(connection)
  return new Map(rows.map(({ grid, receiver }) => [grid, receiver]))
}
