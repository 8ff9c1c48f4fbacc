import { sql } from 'kysely'
import type { Connection } from '#kernel/database/open.ts'
import type { Special } from '../contract.ts'
import { specialFlow } from '../flow.ts'

const most = 200

/** The special tasks that whoever reads may see, the latest first: all, or those that are open, or ended. */
export async function listSpecials(connection: Connection, district: string, open?: boolean): Promise<Special[]> {
  const states = open ? ['proposed', 'taken'] : ['done', 'setAside']
  const { rows } = await sql<{ item: unknown }>`
    select item from specials.specials where district = ${district}
      ${open === undefined ? sql`` : sql`and state = any (${states})`}
    order by proposed_at desc, id limit ${sql.lit(most)}`.execute(connection)
  return rows.map(({ item }) => specialFlow.parse(item))
}

/** Everything that there ever was about some spots. */
export async function specialsAt(connection: Connection, district: string, spots: readonly string[]): Promise<Special[]> {
  const { rows } = await sql<{ item: unknown }>`
    select item from specials.specials where district = ${district} and spot = any (${[...spots]})`.execute(connection)
  return rows.map(({ item }) => specialFlow.parse(item))
}
