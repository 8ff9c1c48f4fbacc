import { sql } from 'kysely'
import type { Connection } from '../../database/open.ts'
import type { UnitKind } from '../../place/kinds.ts'

/** A place by its code and name; of a grid, `kind` is just that. */
export interface Called {
  code: string
  name: string
  kind: UnitKind | 'grid'
  /** The first day on which it no longer stands, if one is set. */
  ends: string | null
}

/** The units and grids that stand on a day and have one of these as their code or name. */
export async function placesCalled(
  connection: Connection,
  district: string,
  said: readonly string[],
  day: string,
): Promise<Called[]> {
  const wanted = sql`${[...said]}::text[]`
  const found = sql`district = ${district} and (code = any (${wanted}) or name = any (${wanted}))
    and starts <= ${day}::date and (ends is null or ends > ${day}::date)`
  const { rows } = await sql<Called>`
    select code, name, kind, ends::text as ends from place.units where ${found}
    union all select code, name, 'grid', ends::text from place.grids where ${found}`.execute(connection)
  return rows
}
