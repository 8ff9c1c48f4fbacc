import { sql } from 'kysely'
import type { Connection } from '#kernel/database/open.ts'
import type { Special } from '../contract.ts'
import { specialFlow } from '../flow.ts'

const size = 50

/** A page of the special tasks that whoever reads may see, the latest first: all, or those that are open, or ended. */
export async function listSpecials(
  connection: Connection,
  district: string,
  { open, after }: { open?: boolean; after?: string },
): Promise<{ items: Special[]; more: boolean }> {
  const states = open ? ['proposed', 'taken'] : ['done', 'setAside']
  const beyond = sql`and (proposed_at, id) < (select proposed_at, id from specials.specials where district = ${district} and id = ${after})`
  const { rows } = await sql<{ item: unknown }>`
    select item from specials.specials where district = ${district}
      ${open === undefined ? sql`` : sql`and state = any (${states})`} ${after === undefined ? sql`` : beyond}
    order by proposed_at desc, id desc limit ${sql.lit(size + 1)}`.execute(connection)
  return { items: rows.slice(0, size).map(({ item }) => specialFlow.parse(item)), more: rows.length > size }
}

/** Everything that there ever was about some spots. */
export async function specialsAt(connection: Connection, district: string, spots: readonly string[]): Promise<Special[]> {
  const { rows } = await sql<{ item: unknown }>`
    select item from specials.specials where district = ${district} and spot = any (${[...spots]})`.execute(connection)
  return rows.map(({ item }) => specialFlow.parse(item))
}
