import { sql } from 'kysely'
import { newId } from '../../database/ids.ts'
import type { Connection } from '../../database/open.ts'
import type { Actor } from '../actor.ts'

export type What =
  | 'account made'
  | 'people tried'
  | 'account renamed'
  | 'account ended'
  | 'password reset'
  | 'post given'
  | 'post ended'
  | 'stand-in named'
  | 'roster changed'
  | 'second factor by role'
  | 'idle ends by role'
  | 'sessions ended'
  | 'places imported'
  | 'unit made'
  | 'unit corrected'
  | 'grid redrawn'
  | 'calendar changed'
  | 'second factor reset'
  | 'looks exported'
  | 'members brought'
  | 'member erased'
  | 'webhook made'
  | 'webhook changed'
  | 'webhook removed'

/** Notes who changed what, in the transaction of the change itself. */
export const note = (
  connection: Connection,
  { district, id, name, role }: Actor,
  now: Temporal.Instant,
  { what, subject, told }: { what: What; subject: string; told: object },
) =>
  sql`
  insert into people.changes (district, id, at, by_account, by_name, by_role, what, subject, told)
  values (${district}, ${newId()}, ${now.toString()}::timestamptz, ${id}, ${name}, ${role}, ${what}, ${subject}, ${JSON.stringify(told)}::jsonb)`.execute(
    connection,
  )

/** Of what was and what is, the fields that differ. */
export function differing({ before, after }: { before: object; after: object }) {
  const was = new Map(Object.entries(before))
  const changed = Object.entries(after).filter(([field, value]) => JSON.stringify(was.get(field)) !== JSON.stringify(value))
  return {
    before: Object.fromEntries(changed.map(([field]) => [field, was.get(field) ?? null])),
    after: Object.fromEntries(changed),
  }
}

export interface ChangeRow {
  id: string
  at: Date
  by_account: string
  by_name: string
  by_role: string
  what: string
  subject: string
  told: unknown
}

/** The trail, the latest first, a page at a time; or the part of it that is about one thing. */
export async function changesBefore(
  connection: Connection,
  district: string,
  before: string | undefined,
  most: number,
  about?: { subject: string; whats: readonly What[] },
): Promise<ChangeRow[]> {
  const { rows } = await sql<ChangeRow>`
    select id, at, by_account, by_name, by_role, what, subject, told from people.changes
    where district = ${district} ${before === undefined ? sql`` : sql`and id < ${before}::uuid`}
      ${about === undefined ? sql`` : sql`and subject = ${about.subject} and what = any (${[...about.whats]}::text[])`}
    order by id desc limit ${most}`.execute(connection)
  return rows
}
