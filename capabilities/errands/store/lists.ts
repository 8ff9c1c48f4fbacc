import { sql } from 'kysely'
import type { Connection } from '#kernel/database/open.ts'
import { findItems } from '#kernel/flow/store/items.ts'
import type { Errand } from '../contract/errand.ts'
import { errandFlow } from '../flow.ts'
import { conditionsOf, due, type ErrandFilter } from './filter.ts'

/** How a list is ordered, where it begins, and how long it is. */
export interface Page {
  sort?: 'newest' | 'due'
  after?: string | undefined
  size?: number
}

/** A page of the errands that whoever reads may see: the latest first, or of those that have a limit what is due first. */
export async function listErrands(
  connection: Connection,
  district: string,
  filter: ErrandFilter,
  { now, sort = 'newest', after, size = 30 }: Page & { now: Temporal.Instant },
): Promise<{ items: Errand[]; more: boolean }> {
  const isNewest = sort === 'newest'
  const by = isNewest ? sql`began_at` : due
  const there = sql`(select ${by}, id from errands.errands where district = ${district} and id = ${after})`
  const { rows } = await sql<{ item: unknown }>`
    select item from errands.errands where district = ${district} ${conditionsOf(filter, now)} ${isNewest ? sql`` : sql`and item ? 'dueAt'`}
      ${after === undefined ? sql`` : isNewest ? sql`and (${by}, id) < ${there}` : sql`and (${by}, id) > ${there}`}
    order by ${isNewest ? sql`began_at desc, id desc` : sql`${due}, id`} limit ${sql.lit(size + 1)}`.execute(connection)
  return { items: rows.slice(0, size).map(({ item }) => errandFlow.parse(item)), more: rows.length > size }
}

/** One errand, if whoever reads sees it. */
export const errandBy = async (connection: Connection, district: string, id: string): Promise<Errand | undefined> =>
  (await findItems(connection, errandFlow, district, [id]))[0]?.item

/** The errands that a resident asked for. */
export async function errandsOf(connection: Connection, district: string, resident: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from errands.errands where district = ${district} and parties && ${[resident]} order by began_at desc limit 1000`.execute(
    connection,
  )
  return rows.map(({ id }) => id)
}
