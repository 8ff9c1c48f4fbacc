import { sql } from 'kysely'
import { newId } from '#kernel/database/ids.ts'
import type { Connection } from '#kernel/database/open.ts'
import type { Actor } from '#kernel/people/actor.ts'

export interface ViewRow {
  id: string
  name: string
  query: string
  shared: boolean
  mine: boolean
}

/** The views that somebody kept, and those that others of their role share, by name. */
export async function viewsFor(connection: Connection, { district, id, role }: Actor): Promise<ViewRow[]> {
  const { rows } = await sql<ViewRow>`
    select id, name, query, shared, account = ${id} as mine from cases.views
    where district = ${district} and (account = ${id} or (shared and role = ${role})) order by name, id limit 200`.execute(
    connection,
  )
  return rows
}

/** How many views an account keeps. */
export async function countViews(connection: Connection, { district, id }: Actor): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from cases.views where district = ${district} and account = ${id}`.execute(connection)
  return rows[0]?.count ?? 0
}

export async function keepView(
  connection: Connection,
  { district, id: account, role }: Actor,
  { name, query, shared }: { name: string; query: string; shared: boolean },
  now: Temporal.Instant,
): Promise<string> {
  const id = newId()
  await sql`insert into cases.views (district, id, account, role, name, query, shared, made_at)
    values (${district}, ${id}, ${account}, ${role}, ${name}, ${query}, ${shared}, ${now.toString()}::timestamptz)`.execute(
    connection,
  )
  return id
}

/** Forgets one of somebody's own views. Gives whether there was one. */
export async function forgetView(connection: Connection, { district, id: account }: Actor, id: string): Promise<boolean> {
  const { rows } = await sql`
    delete from cases.views where district = ${district} and id = ${id} and account = ${account} returning 1`.execute(connection)
  return rows.length > 0
}
