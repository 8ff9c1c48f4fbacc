import { sql } from 'kysely'
import type { Connection } from '../../database/open.ts'
import type { Point } from '../coordinates.ts'
import type { Located } from '../located.ts'
import { withoutNulls } from './nulls.ts'

/** Where a point is, in one round trip. The rule itself is `place.locate` in the migration, which says why. */
export async function locatePoint(
  connection: Connection,
  district: string,
  point: Point,
  day: string,
  reach: number,
): Promise<Located> {
  const { rows } = await sql<Nullable<Located>>`
    select how, metres, street, community, grid1, grid2, grid3, dedicated
    from place.locate(${district}, ${point.longitude}::float8, ${point.latitude}::float8, ${day}::date, ${reach}::float8)`.execute(
    connection,
  )
  const [row] = rows
  if (!row?.how) throw new Error('place.locate gave no row')
  return { ...withoutNulls(row), how: row.how }
}

/** A base grid and those above it, by level. */
export async function gridChain(connection: Connection, district: string, code: string, day: string): Promise<Chain> {
  const { rows } = await sql<{ code: string; level: number; parent: string | null; above: string | null }>`
    select g.code, g.level, g.parent, p.parent as above from place.grids g
    left join place.grids p on p.district = g.district and p.code = g.parent and p.starts <= ${day}::date and (p.ends is null or p.ends > ${day}::date)
    where g.district = ${district} and g.code = ${code} and g.starts <= ${day}::date and (g.ends is null or g.ends > ${day}::date)`.execute(
    connection,
  )
  const [grid] = rows
  if (!grid) return {}
  if (grid.level === 1) return { grid1: grid.code }
  if (grid.level === 2) return withoutNulls({ grid1: grid.parent, grid2: grid.code })
  return withoutNulls({ grid1: grid.above, grid2: grid.parent, grid3: grid.code })
}

/** The level-1 grid of a community. */
export async function communityGrid(
  connection: Connection,
  district: string,
  community: string,
  day: string,
): Promise<string | undefined> {
  const { rows } = await sql<{ code: string }>`
    select code from place.grids where district = ${district} and community = ${community} and level = 1 and kind = 'base'
      and starts <= ${day}::date and (ends is null or ends > ${day}::date) order by code limit 1`.execute(connection)
  return rows[0]?.code
}

/** What a code or alias names on a day. A code goes before an alias that reads the same. */
export async function resolve(
  connection: Connection,
  district: string,
  codeOrAlias: string,
  day: string,
): Promise<{ type: 'unit' | 'grid'; code: string } | undefined> {
  const { rows } = await sql<{ type: 'unit' | 'grid'; code: string }>`
    select type, code from (
      select 1 as rank, 'unit' as type, code from place.units
        where district = ${district} and code = ${codeOrAlias} and starts <= ${day}::date and (ends is null or ends > ${day}::date)
      union all select 2, 'grid', code from place.grids
        where district = ${district} and code = ${codeOrAlias} and starts <= ${day}::date and (ends is null or ends > ${day}::date)
      union all select 3, target_kind, target from place.aliases where district = ${district} and alias = ${codeOrAlias}
    ) found order by rank limit 1`.execute(connection)
  return rows[0]
}

/** What a code or alias named until the day on which it ended, of a place that stands no longer. */
export async function endedPlace(
  connection: Connection,
  district: string,
  codeOrAlias: string,
  day: string,
): Promise<{ name: string; ends: string } | undefined> {
  const { rows } = await sql<{ name: string; ends: string }>`
    with named as materialized (
      select ${codeOrAlias}::text as code
      union select target from place.aliases where district = ${district} and alias = ${codeOrAlias}),
    ended as (
      select u.name, u.ends from place.units u join named n on n.code = u.code where u.district = ${district}
      union all select g.name, g.ends from place.grids g join named n on n.code = g.code where g.district = ${district})
    select name, ends::text as ends from ended where ends <= ${day}::date order by ends desc limit 1`.execute(connection)
  return rows[0]
}

type Chain = Pick<Located, 'grid1' | 'grid2' | 'grid3'>
type Nullable<Row> = { [Key in keyof Row]: Row[Key] | null }
