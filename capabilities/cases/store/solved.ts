import { sql } from 'kysely'
import type { Connection } from '#kernel/database/open.ts'
import type { Case } from '../contract/item.ts'
import { caseFlow } from '../flow.ts'

/**
 * Solved cases whose summary a worker let everybody read, the latest first, each with the name of its estate: of one community, or
 * of the whole district. What is about the chain itself, or protected, is never among them, whatever was approved.
 */
export async function publishedCases(
  connection: Connection,
  district: string,
  { community, before, most }: { community?: string | undefined; before?: Temporal.Instant | undefined; most: number },
): Promise<{ item: Case; estate: string | null }[]> {
  const { rows } = await sql<{ item: unknown; estate: string | null }>`
    select item, (select u.name from place.units u where u.district = c.district and u.code = c.estate) as estate
    from cases.cases c where district = ${district} and published_at is not null and not hidden
      and state in ('resolved', 'closed') and outcome = 'solved'
      ${community === undefined ? sql`` : sql`and community = ${community}`}
      ${before === undefined ? sql`` : sql`and published_at < ${before.toString()}::timestamptz`}
    order by published_at desc, id desc limit ${most}`.execute(connection)
  return rows.map(({ item, estate }) => ({ item: caseFlow.parse(item), estate }))
}

/** One of them, by its id. */
export async function publishedCase(connection: Connection, district: string, id: string): Promise<Case | undefined> {
  const { rows } = await sql<{ item: unknown }>`
    select item from cases.cases where district = ${district} and id = ${id} and published_at is not null and not hidden
      and state in ('resolved', 'closed') and outcome = 'solved'`.execute(connection)
  return rows[0] && caseFlow.parse(rows[0].item)
}
