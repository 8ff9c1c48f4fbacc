import { sql } from 'kysely'
import type { Hangs } from '#kernel/place/admin/hanging.ts'
import { words } from '#kernel/words.ts'

/** What stations have at a unit: those that lie there, or that it keeps, and still stand on its last day. */
export const hangsOnStations: Hangs = async (connection, district, unit, ends) => {
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from stations.stations
    where district = ${district} and (ends is null or ends > ${ends}::date)
      and (community = ${unit} or street = ${unit} or station->>'keeper' = ${unit})`.execute(connection)
  const count = rows[0]?.count ?? 0
  return [{ what: 'stations', count, words: words(`${count} 个驿站`, `${count} stations`) }]
}
