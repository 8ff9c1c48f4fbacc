import { sql } from 'kysely'
import type { Connection } from '#kernel/database/open.ts'
import { openLimits } from '#kernel/metric/limits.ts'
import type { Actor } from '#kernel/people/actor.ts'
import { roles } from '#kernel/people/roles.ts'
import { type Ask, askedWith, type Had } from '../columns.ts'
import type { Case } from '../contract/item.ts'
import { caseFlow } from '../flow.ts'
import { rolesInHand } from '../inHand.ts'
import type { SearchTerm } from '../search/terms.ts'
import { type Condition, type Cursor, type Groups, type mayLack, oneOf, type Part, type Sort, waysOf } from './conditions.ts'
import type { Counted } from './counted.ts'
import { findByWords } from './found.ts'
import { type Stretch, stretchesOf } from './stretches.ts'

/** What a list of cases asks for. All that is given must hold. */
export interface CaseFilter {
  /** `queue`: held by my post; `mine`: reported or followed by me; `assisting`: with a part of my unit; else all that I see. */
  scope: 'queue' | 'mine' | 'assisting' | 'all'
  states?: readonly string[]
  category?: string
  lead?: string
  street?: string
  community?: string
  urgency?: string
  /** Which has none of these, as units that lead it. */
  lacks?: (typeof mayLack)[number]
  /** Of all that figures are broken down by, but these. */
  but?: { of: Groups; codes: readonly string[] }
  /** In which this was asked for, and is not answered yet. */
  asked?: Ask
  /** Which was returned, or extended, at some time. */
  had?: Had
  /** Over its limit at this moment. */
  overAt?: Temporal.Instant
  /** Within its limit at this moment, but past its early warning. */
  soonAt?: Temporal.Instant
  /** One of these categories. */
  categories?: readonly string[]
  /** All of these words, in what whoever asks may read of it. */
  words?: readonly SearchTerm[]
  /** About which the reporter may still be called back at this moment. */
  callableAt?: Temporal.Instant
  reportedFrom?: Temporal.Instant
  reportedTo?: Temporal.Instant
  number?: string
  /** About this station. */
  station?: string
  /** Which a figure counts. */
  counted?: Counted
}

/**
 * One page of cases. The scope stands in the list's own conditions, so that an index serves it; row-level security is the
 * second fence. Sorted by due, those that no limit runs on come after the others, the newest first.
 */
export async function listCases(
  connection: Connection,
  actor: Actor,
  filter: CaseFilter,
  { sort, after, limit }: { sort: Sort; after?: Cursor | undefined; limit: number },
): Promise<{ rows: Case[]; next?: Cursor }> {
  await openFor(connection, filter)
  const found: Row[] = []
  for (const part of partsOf(sort, filter, after)) {
    if (found.length > limit) break
    const begun = { part, after: after?.part === part ? after : undefined }
    const limited = sort === 'due' ? [{ is: 'limited', value: part === 'due' } as const] : []
    for await (const stretch of stretchesOf(connection, actor, filter, begun)) {
      const rest = { ...begun, limit: limit + 1 - found.length }
      found.push(...(await partOf(connection, actor, filter, { more: limited, stretch }, rest)))
      if (found.length > limit) break
    }
  }
  const page = found.slice(0, limit)
  const items = page.map(({ item }) => caseFlow.parse(item))
  const [last, lastItem] = [page.at(-1), items.at(-1)]
  const next = last && lastItem && { part: last.part, key: last.at, id: lastItem.id }
  return { rows: items, ...(found.length > limit && next && { next }) }
}

/** The parts that are still to be read. On what is over or nearly so, a limit runs. */
function partsOf(sort: Sort, { overAt, soonAt }: CaseFilter, after: Cursor | undefined): readonly Part[] {
  if (sort === 'newest' || after?.part === 'newest') return ['newest']
  return overAt || soonAt ? ['due'] : ['due', 'newest']
}

interface Row {
  item: unknown
  /** Its place in the order, to the microsecond: a cursor of milliseconds would give some twice. */
  at: string
  part: Part
}

/** Rows of one part of a list. */
async function partOf(
  connection: Connection,
  actor: Actor,
  filter: CaseFilter,
  narrowed: Narrowed,
  { part, after, limit }: { part: Part; after: Cursor | undefined; limit: number },
): Promise<Row[]> {
  const { once, from, ways } = await askedOf(connection, actor, filter, narrowed, { part, after, limit })
  const { key, order, beyond, inOrder } = orders[part]
  const further = after ? [sql`(${key}, c.id) ${beyond} (${after.key}::timestamptz, ${after.id})`] : []
  const selects = ways.map(
    (fitting) => sql`(select ${once} c.item, ${key} as key, c.id from ${from}
      where ${sql.join([...fitting, ...further], and)} order by ${order} limit ${limit})`,
  )
  const { rows } = await sql<Omit<Row, 'part'>>`
    select item, to_char(key at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at from (${sql.join(selects, sql` union all `)}) found order by ${inOrder} limit ${limit}`.execute(
    connection,
  )
  return rows.map((row) => ({ ...row, part }))
}

/** How each part of a list is ordered. */
const orders = {
  due: { key: sql`c.due_at`, order: sql`c.due_at, c.id`, beyond: sql`>`, inOrder: sql`key, id` },
  newest: { key: sql`c.reported_at`, order: sql`c.reported_at desc, c.id desc`, beyond: sql`<`, inOrder: sql`key desc, id desc` },
}
const and = sql` and `

/** How many cases a list has, counted no further than `most`. */
export async function countCases(connection: Connection, actor: Actor, filter: CaseFilter, most: number): Promise<number> {
  await openFor(connection, filter)
  let count = 0
  for await (const stretch of stretchesOf(connection, actor, filter, { part: 'newest' })) {
    const limit = most - count
    const page = { part: 'newest', after: undefined, limit } as const
    const { once, from, ways } = await askedOf(connection, actor, filter, { stretch }, page)
    const selects = ways.map((fitting) => sql`(select ${once} 1 from ${from} where ${sql.join(fitting, and)} limit ${limit})`)
    const { rows } = await sql<{ count: number }>`
      select count(*)::integer as count from (select from (${sql.join(selects, sql` union all `)}) found limit ${limit}) fitting`.execute(
      connection,
    )
    count += rows[0]?.count ?? 0
    if (count >= most) break
  }
  return count
}

/** Whether a case kept a limit, as figures count it, is told by its limits. */
const openFor = async (connection: Connection, { counted }: CaseFilter) => {
  if (counted) await openLimits(connection)
}

/**
 * What a list asks for, in SQL, in the ways in which a case may fit: from `cases.cases c`, or a figure's own table of them and whatever it joins to it, and what keeps a case
 * from standing there once for each row that is joined. What is searched for narrows it, in its order and to so many, before it is read under row-level security like any other.
 */
async function askedOf(
  connection: Connection,
  actor: Actor,
  filter: CaseFilter,
  { more = [], stretch }: Narrowed,
  page: { part: Part; after: Cursor | undefined; limit: number },
) {
  const { district } = actor
  const given = [
    ...conditionsOf(actor, stretch ? { ...filter, reportedFrom: stretch.from, reportedTo: stretch.to } : filter),
    ...more,
  ]
  const found = filter.words && (await findByWords(connection, district, filter.words, given, page))
  const { counted } = filter
  const beside = [...(counted && stretch?.ids ? [sql`c.id = any (${stretch.ids})`] : []), ...(counted ? [counted.condition] : [])]
  const ways = (found ? [[sql`c.id = any (${found})`]] : waysOf(district, given)).map((way) => [
    sql`c.district = ${district}`,
    ...way,
    ...beside,
  ])
  if (!counted) return { ways, once: sql``, from: sql`cases.cases c` }
  return { ways, once: sql`distinct on (${orders[page.part].key}, c.id)`, from: sql`${counted.table} ${counted.joined}` }
}

/** How a part of a list is narrowed beside what is asked for. */
interface Narrowed {
  more?: readonly Condition[]
  stretch?: Stretch | undefined
}

/** All that a list asks for, as conditions. */
export function conditionsOf(actor: Actor, filter: CaseFilter): Condition[] {
  const { states, categories, lacks, but, asked, had, overAt, soonAt, callableAt, reportedFrom, reportedTo } = filter
  return [
    ...scopeOf(actor, filter),
    ...(states ? [oneOf('state', states)] : []),
    ...(asked ? [oneOf('asked', askedWith(asked))] : []),
    ...(had ? [{ is: 'had', value: had } as const] : []),
    ...(categories ? [oneOf('category', categories)] : []),
    ...(['category', 'lead', 'street', 'community', 'urgency', 'number', 'station'] as const).flatMap((column): Condition[] => {
      const value = filter[column]
      return value === undefined ? [] : [{ column, is: '=', value }]
    }),
    ...(lacks ? [{ column: lacks, is: 'none', value: true } as const] : []),
    ...(but ? [{ column: but.of, is: 'but', value: but.codes } as const] : []),
    ...(overAt ? [{ column: 'due_at', is: '<', value: overAt.toString() } as const] : []),
    ...(soonAt
      ? ([
          { column: 'yellow_at', is: '<', value: soonAt.toString() },
          { column: 'due_at', is: '>=', value: soonAt.toString() },
        ] as const)
      : []),
    ...(callableAt ? [{ column: 'call_until', is: '>=', value: callableAt.toString() } as const] : []),
    ...(reportedFrom ? [{ column: 'reported_at', is: '>=', value: reportedFrom.toString() } as const] : []),
    ...(reportedTo ? [{ column: 'reported_at', is: '<', value: reportedTo.toString() } as const] : []),
  ]
}

/** The condition that makes a list somebody's own, by an index of its own. */
function scopeOf({ district, id, role, unit }: Actor, { scope, station }: CaseFilter): Condition[] {
  if (scope === 'queue')
    return [oneOf('holder_role', rolesInHand(role)), { column: 'holder_unit', is: '=', value: unit ?? district }]
  if (scope === 'mine' || role === 'resident') return [{ is: 'party', value: id }]
  if (scope === 'assisting') return [{ is: 'assists', value: unit ?? '' }]
  // What was said of a station is little, and its keeper sees it who has no part in it.
  if (roles[role].sees === 'district' || station !== undefined) return []
  const column = placeColumn[role]
  return [column ? { column, is: '=', value: unit ?? '' } : { is: 'leads', value: { unit: unit ?? '', role } }]
}

/** By which column a role's place is found. A grid worker's grid may be of any level: their queue is what they live by. */
const placeColumn: Partial<Record<Actor['role'], 'grid2' | 'grid3' | 'community' | 'street'>> = {
  steward: 'grid3',
  gridWorker: 'grid2',
  gridLeader: 'grid2',
  communitySecretary: 'community',
  communityWorker: 'community',
  streetDesk: 'street',
  dutyOfficer: 'street',
}

/** How many cases wait at a post, by state, and how many of them are over: the numbers on the tabs. */
export async function countQueue(connection: Connection, { district, role, unit }: Actor, now: Temporal.Instant) {
  const { rows } = await sql<{ state: string; count: number; over: number; soon: number }>`
    select state, count(*)::integer as count, count(*) filter (where due_at < ${now.toString()}::timestamptz)::integer as over,
      count(*) filter (where yellow_at < ${now.toString()}::timestamptz and due_at >= ${now.toString()}::timestamptz)::integer as soon
    from cases.cases where district = ${district} and holder_role = any (${[...rolesInHand(role)]}::text[]) and holder_unit = ${unit ?? district}
    group by state order by state`.execute(connection)
  return rows
}

/**
 * Open and lately solved cases of a category near a place, for somebody about to report the same: of a building that
 * is given first, then the nearest where a point is, else the latest. Nothing personal in them; a distance in steps of 50 metres from the
 * corner of a grid of some 50, so that nobody finds a door by asking from many points.
 */
export async function similarNearby(
  connection: Connection,
  district: string,
  {
    category,
    community,
    estate,
    building,
    point,
    since,
  }: {
    category?: string | undefined
    community: string
    estate?: string | undefined
    building?: string | undefined
    point?: readonly [longitude: number, latitude: number] | undefined
    since: Temporal.Instant
  },
): Promise<{ item: Case; metres?: number }[]> {
  const from = point && sql`st_setsrid(st_makepoint(${point[0]}, ${point[1]}), 4326)::geography`
  // What took long and was closed lately is lately solved too.
  const long = since.subtract({ hours: 24 * 90 })
  const { rows } = await sql<{ item: unknown; metres: number | null }>`
    select item, ${from ? sql`(ceil(st_distance(st_snaptogrid(point, 0.0005)::geography, ${from}) / 50) * 50)::integer` : sql`null::integer`} as metres
    from cases.cases where district = ${district} and community = ${community} and not hidden
      and reported_at > ${long.toString()}::timestamptz and state not in ('withdrawn', 'merged', 'declined')
      and (reported_at > ${since.toString()}::timestamptz or closed_at > ${since.toString()}::timestamptz)
      ${category === undefined ? sql`` : sql`and category = ${category}`} ${estate === undefined ? sql`` : sql`and estate = ${estate}`}
    order by ${building === undefined ? sql`` : sql`(building is distinct from ${building}), `} metres nulls last, reported_at desc, id desc limit 8`.execute(
    connection,
  )
  return rows.map(({ item, metres }) => ({ item: caseFlow.parse(item), ...(metres !== null && { metres }) }))
}
