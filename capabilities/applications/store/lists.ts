import { sql } from 'kysely'
import type { Connection } from '#kernel/database/open.ts'
import type { Application } from '../contract/item.ts'
import { applicationFlow } from '../flow.ts'

const size = 30
const open = ['applied', 'visited', 'approved']

/** A page of the applications that whoever reads may see, the latest first: all, or those that are open, or ended. */
export async function listApplications(
  connection: Connection,
  district: string,
  { open: isOpen, after }: { open?: boolean; after?: string },
): Promise<{ items: Application[]; more: boolean }> {
  const beyond = sql`and (applied_at, id) < (select applied_at, id from applications.applications where district = ${district} and id = ${after})`
  const { rows } = await sql<{ item: unknown }>`
    select item from applications.applications where district = ${district}
      ${isOpen === undefined ? sql`` : sql`and (state = any (${open})) = ${isOpen}`} ${after === undefined ? sql`` : beyond}
    order by applied_at desc, id desc limit ${sql.lit(size + 1)}`.execute(connection)
  return { items: rows.slice(0, size).map(({ item }) => applicationFlow.parse(item)), more: rows.length > size }
}

/** Whether an application was published as a station, but for one. */
export async function isNamed(
  connection: Connection,
  district: string,
  { station, but }: { station: string; but: string },
): Promise<boolean> {
  const { rows } = await sql`
    select 1 from applications.applications
    where district = ${district} and state = 'published' and item->>'station' = ${station} and id <> ${but} limit 1`.execute(
    connection,
  )
  return rows.length > 0
}

/** The applications that a resident made. */
export async function applicationsOf(connection: Connection, district: string, applicant: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from applications.applications where district = ${district} and parties && ${[applicant]}
    order by applied_at desc limit 1000`.execute(connection)
  return rows.map(({ id }) => id)
}
