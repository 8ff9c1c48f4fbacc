import { sql } from 'kysely'
import type { Connection } from '#kernel/database/open.ts'
import type { GridFacts, KnownGrid } from '../facts.ts'

/** What the rules of the grids' registers need to know of a district on a day. */
export async function factsOn(connection: Connection, district: string, day: string): Promise<GridFacts> {
  const stands = sql`district = ${district} and starts <= ${day}::date and (ends is null or ends > ${day}::date)`
  const grids = await sql<KnownGrid & { code: string }>`
    select code, name, level, kind, community, street from place.grids where ${stands}`.execute(connection)
  const units = await sql<{ code: string; kind: string }>`
    select code, kind from place.units where ${stands} and kind not in ('estate', 'building')`.execute(connection)
  return {
    grids: new Map(grids.rows.map(({ code, ...grid }) => [code, grid])),
    units: new Map(units.rows.map(({ code, kind }) => [code, { kind }])),
    day,
  }
}
