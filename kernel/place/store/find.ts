import { type RawBuilder, sql } from 'kysely'
import type { Connection } from '../../database/open.ts'
import type { Point } from '../coordinates.ts'
import type { GridKind, GridLevel, StreetForm, UnitKind } from '../kinds.ts'
import { type Own, ownnessIn } from '../own.ts'
import { withoutNulls } from './nulls.ts'

/** A unit as others see it. */
export interface Unit {
  code: string
  kind: UnitKind
  form?: StreetForm
  name: string
  parent?: string
  street?: string
  community?: string
  serves?: readonly string[]
  /** The day on which it no longer stands, where that is known. */
  ends?: string
  point?: Point
}

/** A grid without its boundary. */
export interface Grid {
  code: string
  level: GridLevel
  kind: GridKind
  name: string
  parent?: string
  community: string
  street: string
}

/** Which units are asked for. All that is given must hold; `name` is a part of the name, or the whole code. */
export interface UnitFilter {
  kinds?: readonly UnitKind[]
  parent?: string
  street?: string
  community?: string
  name?: string
  /** Who serves this estate. */
  serves?: string
  /** The day on which they stand, `YYYY-MM-DD`. */
  day: string
}

/** One page of a list, and what to hand in as `after` for the next. */
export interface Page<Row> {
  rows: Row[]
  next?: string
}

export interface Paging {
  after?: string
  limit?: number
  /** What lies there comes first. */
  own?: Own | undefined
}

/** Units by code, or one's own first; a page (100 at most 500) at a time. Only those that stand on the day. */
export async function units(
  connection: Connection,
  district: string,
  filter: UnitFilter,
  paging: Paging = {},
): Promise<Page<Unit>> {
  const { kinds, parent, street, community, name, serves, day } = filter
  const limit = Math.min(Math.max(paging.limit ?? 100, 1), 500)
  const order = paging.own ? sql`${ownnessIn(paging.own)}, code` : sql`code`
  const beyond = (code: string) =>
    sql`(${order}) > (select ${order} from place.units where district = ${district} and code = ${code})`
  const conditions = [
    sql`(ends is null or ends > ${day}::date)`,
    ...(kinds ? [sql`kind = any (${[...kinds]}::text[])`] : []),
    ...(parent === undefined ? [] : [sql`parent = ${parent}`]),
    ...(street === undefined ? [] : [sql`street = ${street}`]),
    ...(community === undefined ? [] : [sql`community = ${community}`]),
    ...(name ? [sql`(strpos(name, ${name}) > 0 or code = ${name})`] : []),
    ...(serves === undefined ? [] : [sql`${serves} = any (serves)`]),
    ...(paging.after === undefined ? [] : [paging.own ? beyond(paging.after) : sql`code > ${paging.after}`]),
  ]
  const { rows } = await sql<UnitColumns>`
    select ${unitColumns} from place.units where district = ${district} and ${sql.join(conditions, sql` and `)}
    order by ${order} limit ${limit + 1}`.execute(connection)
  const page = rows.slice(0, limit).map(unitOf)
  const last = page.at(-1)
  return { rows: page, ...(rows.length > limit && last && { next: last.code }) }
}

/** The buildings of some estates that stand on a day, by estate, so many at most. */
export async function buildingsOf(connection: Connection, district: string, estates: readonly string[], day: string) {
  const { rows } = await sql<{ parent: string; code: string; name: string }>`
    select parent, code, name from place.units where district = ${district} and parent = any (${[...estates]}::text[])
      and kind = 'building' and (ends is null or ends > ${day}::date) order by parent, code limit 2500`.execute(connection)
  return Map.groupBy(rows, ({ parent }) => parent)
}

/** The unit with this code, if it stands on that day. */
export async function unitAt(connection: Connection, district: string, code: string, day: string): Promise<Unit | undefined> {
  const { rows } = await sql<UnitColumns>`
    select ${unitColumns} from place.units where district = ${district} and code = ${code}
      and starts <= ${day}::date and (ends is null or ends > ${day}::date)`.execute(connection)
  return rows[0] && unitOf(rows[0])
}

/** The codes of a unit and of all that lies in it, of what stands on that day. */
export async function unitsBelow(connection: Connection, district: string, code: string, day: string): Promise<string[]> {
  const { rows } = await sql<{ code: string }>`
    select code from place.units where district = ${district} and starts <= ${day}::date and (ends is null or ends > ${day}::date)
      and (code = ${code} or parent = ${code} or community = ${code} or street = ${code})`.execute(connection)
  return rows.map((row) => row.code)
}

/** The grid with this code, as it is on that day. */
export async function gridAt(connection: Connection, district: string, code: string, day: string): Promise<Grid | undefined> {
  return (await grids(connection, district, sql`code = ${code}`, day))[0]
}

/** The grids of a community, by level and code. */
export const gridsOf = (connection: Connection, district: string, community: string, day: string): Promise<Grid[]> =>
  grids(connection, district, sql`community = ${community}`, day)

/** A unit and those above it, the district first. */
export async function pathOf(connection: Connection, district: string, code: string): Promise<Unit[]> {
  const { rows } = await sql<UnitColumns>`
    with recursive path as (
      select ${unitColumns}, 0 as height from place.units where district = ${district} and code = ${code}
      union all
      select ${sql.raw(columnsOf('u'))}, path.height + 1 from place.units u join path on u.code = path.parent
      where u.district = ${district} and path.height < 10)
    select * from path order by height desc`.execute(connection)
  return rows.map(unitOf)
}

interface UnitColumns {
  code: string
  kind: UnitKind
  form: StreetForm | null
  name: string
  parent: string | null
  street: string | null
  community: string | null
  serves: string[]
  ends: string | null
  longitude: number | null
  latitude: number | null
}

const columnsOf = (table: string) =>
  `${['code', 'kind', 'form', 'name', 'parent', 'street', 'community', 'serves'].map((name) => `${table}.${name}`).join(', ')},
   ${table}.ends::text as ends, ST_X(${table}.point) as longitude, ST_Y(${table}.point) as latitude`
const unitColumns = sql.raw(columnsOf('units'))

const unitOf = ({ code, kind, name, serves, longitude, latitude, ...rest }: UnitColumns): Unit => ({
  code,
  kind,
  name,
  ...withoutNulls({ form: rest.form, parent: rest.parent, street: rest.street, community: rest.community, ends: rest.ends }),
  ...(serves.length > 0 && { serves }),
  ...(longitude !== null && latitude !== null && { point: { longitude, latitude } }),
})

/** The grids that stand on a day and have this in their name, or as their code; of a level or a community: at most so many. */
export async function findGrids(
  connection: Connection,
  district: string,
  {
    name,
    level,
    community,
    day,
  }: { name?: string | undefined; level?: number | undefined; community?: string | undefined; day: string },
  { most, own }: { most: number; own?: Own | undefined },
): Promise<(Grid & { communityName?: string })[]> {
  const conditions = [
    sql`g.starts <= ${day}::date and (g.ends is null or g.ends > ${day}::date)`,
    ...(name ? [sql`(strpos(g.name, ${name}) > 0 or g.code = ${name})`] : []),
    ...(level === undefined ? [] : [sql`g.level = ${level}`]),
    ...(community === undefined ? [] : [sql`g.community = ${community}`]),
  ]
  const { rows } = await sql<Omit<Grid, 'parent'> & { parent: string | null; named: string | null }>`
    select g.code, g.level, g.kind, g.name, g.parent, g.community, g.street, u.name as named from place.grids g
    left join place.units u on u.district = ${district} and u.code = g.community
    where g.district = ${district} and ${sql.join(conditions, sql` and `)} order by ${ownnessIn(own, sql`g.`)}, g.level, g.code limit ${most}`.execute(
    connection,
  )
  return rows.map(({ parent, named, ...grid }) => ({ ...grid, ...withoutNulls({ parent, communityName: named }) }))
}

async function grids(connection: Connection, district: string, which: RawBuilder<unknown>, day: string): Promise<Grid[]> {
  const { rows } = await sql<Omit<Grid, 'parent'> & { parent: string | null }>`
    select code, level, kind, name, parent, community, street from place.grids
    where district = ${district} and ${which} and starts <= ${day}::date and (ends is null or ends > ${day}::date)
    order by level, code`.execute(connection)
  return rows.map(({ parent, ...grid }) => ({ ...grid, ...(parent !== null && { parent }) }))
}

/** What units and grids are called on a day, by their codes. */
export async function namesAt(connection: Connection, district: string, codes: readonly string[], day: string) {
  const stands = sql`code = any (${[...codes]}) and starts <= ${day}::date and (ends is null or ends > ${day}::date)`
  const { rows } = await sql<{ code: string; name: string }>`
    select code, name from place.units where district = ${district} and ${stands}
    union all select code, name from place.grids where district = ${district} and ${stands}`.execute(connection)
  return new Map(rows.map(({ code, name }) => [code, name]))
}
