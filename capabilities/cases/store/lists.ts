import { type RawBuilder, sql } from 'kysely'
import type { Connection } from '#kernel/database/open.ts'
import type { Actor } from '#kernel/people/actor.ts'
import { roles } from '#kernel/people/roles.ts'
import type { Case } from '../contract/item.ts'
import { caseFlow } from '../flow.ts'

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
  /** Over its limit at this moment. */
  overAt?: Temporal.Instant
  reportedFrom?: Temporal.Instant
  reportedTo?: Temporal.Instant
  number?: string
}

export type Sort = 'due' | 'newest'

/** Where a page of a list ended: the sort key and the id of its last row. */
export interface Cursor {
  key: string
  id: string
}

/**
 * One page of cases. The scope stands in the list's own conditions, so that an index serves it; row-level security is the
 * second fence. Rows without a limit come last when sorted by it.
 */
export async function listCases(
  connection: Connection,
  actor: Actor,
  filter: CaseFilter,
  { sort, after, limit }: { sort: Sort; after?: Cursor | undefined; limit: number },
): Promise<{ rows: Case[]; next?: Cursor }> {
  const { district } = actor
  const key = sort === 'due' ? sql`coalesce(c.due_at, 'infinity'::timestamptz)` : sql`c.reported_at`
  const beyond =
    after &&
    (sort === 'due'
      ? sql`(${key}, c.id) > (${after.key}::timestamptz, ${after.id})`
      : sql`(${key}, c.id) < (${after.key}::timestamptz, ${after.id})`)
  const order = sort === 'due' ? sql`c.due_at asc nulls last, c.id asc` : sql`c.reported_at desc, c.id desc`
  const conditions: RawBuilder<unknown>[] = [
    sql`c.district = ${district}`,
    ...scopeOf(actor, filter.scope),
    ...(filter.states ? [sql`c.state = any (${[...filter.states]})`] : []),
    ...(filter.category === undefined ? [] : [sql`c.category = ${filter.category}`]),
    ...(filter.lead === undefined ? [] : [sql`c.lead = ${filter.lead}`]),
    ...(filter.street === undefined ? [] : [sql`c.street = ${filter.street}`]),
    ...(filter.community === undefined ? [] : [sql`c.community = ${filter.community}`]),
    ...(filter.urgency === undefined ? [] : [sql`c.urgency = ${filter.urgency}`]),
    ...(filter.number === undefined ? [] : [sql`c.number = ${filter.number}`]),
    ...(filter.overAt ? [sql`c.due_at < ${filter.overAt.toString()}::timestamptz`] : []),
    ...(filter.reportedFrom ? [sql`c.reported_at >= ${filter.reportedFrom.toString()}::timestamptz`] : []),
    ...(filter.reportedTo ? [sql`c.reported_at < ${filter.reportedTo.toString()}::timestamptz`] : []),
    ...(beyond ? [beyond] : []),
  ]
  const { rows } = await sql<{ item: unknown; key: Date | number }>`
    select c.item, ${key} as key from cases.cases c where ${sql.join(conditions, sql` and `)} order by ${order} limit ${limit + 1}`.execute(
    connection,
  )
  const page = rows.slice(0, limit)
  const items = page.map(({ item }) => caseFlow.parse(item))
  const [last, lastItem] = [page.at(-1), items.at(-1)]
  return { rows: items, ...(rows.length > limit && last && lastItem && { next: { key: instantOf(last.key), id: lastItem.id } }) }
}

// `infinity` comes back as a number from a server, and as no date at all from the embedded database.
const instantOf = (key: Date | number): string =>
  key instanceof Date && !Number.isNaN(key.getTime()) ? key.toISOString() : 'infinity'

/** The condition that makes a list somebody's own, by an index of its own. */
function scopeOf(actor: Actor, scope: CaseFilter['scope']): RawBuilder<unknown>[] {
  const { district, id, role, unit } = actor
  if (scope === 'queue') return [sql`c.holder_role = ${role}`, sql`c.holder_unit = ${unit ?? district}`]
  if (scope === 'mine' || role === 'resident')
    return [sql`c.id in (select f.id from cases.followers f where f.district = ${district} and f.party = ${id})`]
  if (scope === 'assisting')
    return [sql`c.id in (select s.id from cases.seers s where s.district = ${district} and s.unit = ${unit ?? ''})`]
  if (roles[role].sees === 'district') return []
  const column = placeColumn[role]
  return [
    column
      ? sql`${sql.ref(`c.${column}`)} = ${unit ?? ''}`
      : sql`(c.lead = ${unit ?? ''} or (c.holder_role = ${role} and c.holder_unit = ${unit ?? ''}))`,
  ]
}

/** By which column a role's place is found. A grid worker's grid may be of any level: their queue is what they live by. */
const placeColumn: Partial<Record<Actor['role'], string>> = {
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
    from cases.cases where district = ${district} and holder_role = ${role} and holder_unit = ${unit ?? district}
    group by state`.execute(connection)
  return rows
}

/** Open and lately solved cases of a category near a place, for somebody about to report the same. Nothing personal in them. */
export async function similarNearby(
  connection: Connection,
  district: string,
  {
    category,
    community,
    estate,
    since,
  }: { category?: string | undefined; community: string; estate?: string | undefined; since: Temporal.Instant },
): Promise<Case[]> {
  const { rows } = await sql<{ item: unknown }>`
    select item from cases.cases where district = ${district} and community = ${community} and not hidden
      and reported_at > ${since.toString()}::timestamptz and state not in ('withdrawn', 'merged', 'declined')
      ${category === undefined ? sql`` : sql`and category = ${category}`} ${estate === undefined ? sql`` : sql`and estate = ${estate}`}
    order by reported_at desc, id desc limit 8`.execute(connection)
  return rows.map(({ item }) => caseFlow.parse(item))
}
