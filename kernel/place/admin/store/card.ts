import { sql } from 'kysely'
import type { Connection } from '../../../database/open.ts'
import type { AliasKind, GridKind, GridLevel, StreetForm, UnitKind } from '../../kinds.ts'
import type { Outline } from '../../shown.ts'

/** A unit as its administrator sees it, also one that no longer stands. */
export interface CardRow {
  code: string
  kind: UnitKind
  form: StreetForm | null
  name: string
  parent: string | null
  street: string | null
  community: string | null
  serves: string[]
  longitude: number | null
  latitude: number | null
  outline: Outline | null
  starts: string
  /** The first day on which it no longer stands. */
  ends: string | null
}

const columns = sql`code, kind, form, name, parent, street, community, serves, ST_X(point) as longitude, ST_Y(point) as latitude,
  ST_AsGeoJSON(ST_SimplifyPreserveTopology(outline, 0.00005), 5)::json as outline, starts::text as starts, ends::text as ends`

export async function cardOf(connection: Connection, district: string, code: string): Promise<CardRow | undefined> {
  const { rows } = await sql<CardRow>`select ${columns} from place.units where district = ${district} and code = ${code}`.execute(
    connection,
  )
  return rows[0]
}

/** The other names of a unit. */
export async function aliasesOf(
  connection: Connection,
  district: string,
  code: string,
): Promise<{ alias: string; kind: AliasKind }[]> {
  const { rows } = await sql<{ alias: string; kind: AliasKind }>`
    select alias, kind from place.aliases where district = ${district} and target = ${code} and target_kind = 'unit'
    order by kind, alias limit 100`.execute(connection)
  return rows
}

/** How many units of each kind stand directly below a unit, and how many grids of each level lie in it, on a day. */
export async function contentsOf(connection: Connection, district: string, code: string, day: string) {
  const standing = sql`starts <= ${day}::date and (ends is null or ends > ${day}::date)`
  const below = await sql<{ kind: UnitKind; count: number }>`
    select kind, count(*)::integer as count from place.units where district = ${district} and parent = ${code} and ${standing}
    group by kind order by kind`.execute(connection)
  const levels = await sql<{ level: GridLevel; base: number; dedicated: number }>`
    select level, count(*) filter (where kind = 'base')::integer as base, count(*) filter (where kind = 'dedicated')::integer as dedicated
    from place.grids where district = ${district} and (community = ${code} or street = ${code}) and ${standing}
    group by level order by level`.execute(connection)
  return { below: below.rows, levels: levels.rows }
}

/** A grid with its days of validity; one that had another boundary before is there once for each. */
export interface GridDays {
  code: string
  level: GridLevel
  kind: GridKind
  name: string
  parent: string | null
  starts: string
  ends: string | null
}

/** The grids of a level in a unit, those that ended too, by code and day, a page at a time. */
export async function gridDays(
  connection: Connection,
  district: string,
  code: string,
  { level, after, most }: { level: GridLevel; after?: { code: string; starts: string } | undefined; most: number },
): Promise<GridDays[]> {
  const { rows } = await sql<GridDays>`
    select code, level, kind, name, parent, starts::text as starts, ends::text as ends from place.grids
    where district = ${district} and (community = ${code} or street = ${code}) and level = ${level}
      ${after === undefined ? sql`` : sql`and (code, starts) > (${after.code}, ${after.starts}::date)`}
    order by code, starts limit ${most}`.execute(connection)
  return rows
}
