import { sql } from 'kysely'
import type { Connection } from '#kernel/database/open.ts'
import type { Case } from '../contract/item.ts'
import { caseFlow } from '../flow.ts'

/** A solved case for everybody, with where it was as coarsely as is told: its estate, or its street where it lies in none. */
export interface Published {
  item: Case
  place: string | null
}

// No `coalesce`: PostgreSQL counts that among what might tell of rows that row-level security hides, and asks no index for it.
const placeName = (district: string) =>
  sql`(select u.name from place.units u where u.district = ${district}
    and u.code = case when c.estate is null then c.street else c.estate end) as place`
const isPublished = sql`published_at is not null and not hidden and state in ('resolved', 'closed') and outcome = 'solved'`

interface Row {
  item: unknown
  place: string | null
}
const publishedOf = ({ item, place }: Row): Published => ({ item: caseFlow.parse(item), place })

/**
 * Solved cases whose summary a worker let everybody read, the latest first: of one community, or of the whole district. What is about
 * the chain itself, or protected, is never among them, whatever was approved.
 */
export async function publishedCases(
  connection: Connection,
  district: string,
  { community, before, most }: { community?: string | undefined; before?: Temporal.Instant | undefined; most: number },
): Promise<Published[]> {
  const { rows } = await sql<Row>`
    select item, ${placeName(district)} from cases.cases c where district = ${district} and ${isPublished}
      ${community === undefined ? sql`` : sql`and community = ${community}`}
      ${before === undefined ? sql`` : sql`and published_at < ${before.toString()}::timestamptz`}
    order by published_at desc, id desc limit ${most}`.execute(connection)
  return rows.map(publishedOf)
}

/** The same of these estates, in their order: the latest few of each. */
export async function publishedIn(
  connection: Connection,
  district: string,
  estates: readonly string[],
  { ofEach, most }: { ofEach: number; most: number },
): Promise<Published[]> {
  // Estate by estate, so that of each no more is read than is told.
  const { rows } = await sql<Row>`
    select latest.item, near.name as place from place.units near cross join lateral (
      select item, published_at, id from cases.cases c
      where c.district = ${district} and ${isPublished} and estate = near.code
      order by published_at desc, id desc limit ${ofEach}) latest
    where near.district = ${district} and near.code = any (${[...estates]})
    order by array_position(${[...estates]}::text[], near.code), published_at desc, id desc limit ${most}`.execute(connection)
  return rows.map(publishedOf)
}

/** One of them, by its id. */
export async function publishedCase(connection: Connection, district: string, id: string): Promise<Case | undefined> {
  const { rows } = await sql<{ item: unknown }>`
    select item from cases.cases where district = ${district} and id = ${id} and ${isPublished}`.execute(connection)
  return rows[0] && caseFlow.parse(rows[0].item)
}
