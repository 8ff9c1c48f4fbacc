import { sql } from 'kysely'
import type { Connection } from '#kernel/database/open.ts'
import { findItems } from '#kernel/flow/store/items.ts'
import type { Errand } from '../contract/errand.ts'
import { openStates } from '../contract/kinds.ts'
import { errandFlow } from '../flow.ts'

const size = 30

/** What a list of errands is asked by. */
export interface ErrandFilter {
  open?: boolean
  /** Only those that were done, by whoever. */
  done?: boolean
  kind?: string
  community?: string
  street?: string
  after?: string
}

/** A page of the errands that whoever reads may see, the latest first. */
export async function listErrands(
  connection: Connection,
  district: string,
  { open, done, kind, community, street, after }: ErrandFilter,
): Promise<{ items: Errand[]; more: boolean }> {
  const { rows } = await sql<{ item: unknown }>`
    select item from errands.errands where district = ${district}
      ${open === undefined ? sql`` : sql`and (state = any (${[...openStates]})) = ${open}`}
      ${done ? sql`and ${isDone(sql`state`)}` : sql``} ${kind === undefined ? sql`` : sql`and kind = ${kind}`}
      ${community === undefined ? sql`` : sql`and community = ${community}`}
      ${street === undefined ? sql`` : sql`and street = ${street}`}
      ${
        after === undefined
          ? sql``
          : sql`and (began_at, id) < (select began_at, id from errands.errands where district = ${district} and id = ${after})`
      }
    order by began_at desc, id desc limit ${sql.lit(size + 1)}`.execute(connection)
  return { items: rows.slice(0, size).map(({ item }) => errandFlow.parse(item)), more: rows.length > size }
}

/** Whether an errand came to a good end. */
export const isDone = (state: ReturnType<typeof sql>) => sql`${state} in ('done', 'confirmed', 'recorded')`

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
