import { type RawBuilder, sql } from 'kysely'
import { newId } from '../database/ids.ts'
import type { Connection, Database } from '../database/open.ts'
import { lastly, within } from '../database/within.ts'
import type { Actor } from '../people/actor.ts'

/** Somebody looked at personal data of somebody. */
export interface Look {
  subject: string
  item: string | null
  fields: readonly string[]
  /** Those of them that were shown half hidden alone. */
  masked?: readonly string[]
  reason: string
}

/** Writes a look down. It is committed before what was looked at goes out; if it cannot be written, nothing is shown. */
export async function writeLook(
  connection: Connection,
  actor: Actor,
  { subject, item, fields, masked = [], reason }: Look,
  now: Temporal.Instant,
) {
  await sql`
    insert into vault.looks (district, id, subject, item, fields, masked, by_account, by_name, by_role, by_unit, reason, at)
    values (${actor.district}, ${newId()}, ${subject}, ${item}, ${fields}, ${masked}, ${actor.id}, ${actor.name}, ${actor.role},
      ${actor.unit ?? null}, ${reason}, ${now.toString()}::timestamptz)`.execute(connection)
}

/**
 * Notes that an actor opened an item that shows somebody's words or data, of which some (`half`) half hidden. Their own is no look; and opening the same thing
 * again within the hour counts as the same look, so that the list stays readable for the person it is about.
 */
export async function noteLook(
  database: Database,
  actor: Actor,
  {
    item,
    subject,
    references,
    half = [],
    reason,
  }: { item: string; subject: string; references: readonly string[]; half?: readonly string[]; reason: string },
  now: Temporal.Instant,
): Promise<void> {
  if (actor.id === subject) return
  const { district } = actor
  await within(database, { as: 'command', district }, async (connection) => {
    const shown = { subject: sql`shown.subject`, item, fields: sql`shown.fields`, masked: sql`shown.masked`, reason }
    const { rows } = await sql<{ subject: string; fields: string[]; masked: string[] }>`
      select subject, fields, masked from (
        select subject, array_agg(field) as fields, coalesce(array_agg(field) filter (where masked), '{}') as masked from (
          select subject, field, bool_and(id = any (${idsOf(half)})) as masked from vault.secrets
          where district = ${district} and id = any (${idsOf(references)}) and subject <> ${actor.id}
          group by subject, field) each_field
        group by subject) shown
      where not exists (${recent(actor, shown, now)})`.execute(connection)
    for (const { subject: whose, fields, masked } of rows)
      lastly(writeLook(connection, actor, { subject: whose, item, fields, masked, reason }, now))
  })
}

const idsOf = (references: readonly string[]) => references.map((reference) => reference.slice('vault:'.length))

/** The same for what is no field of the vault (photos), or is looked at for another reason than to handle the item. */
export async function lookOnce(
  connection: Connection,
  actor: Actor,
  { subject, item, fields, reason }: Look,
  now: Temporal.Instant,
): Promise<void> {
  if (actor.id === subject) return
  const whole = { subject: sql`${subject}`, item, fields: sql`${fields}`, masked: sql`'{}'`, reason }
  const { rows } = await recent(actor, whole, now).execute(connection)
  if (rows.length === 0) await writeLook(connection, actor, { subject, item, fields, reason }, now)
}

/** A look by the same within the hour that showed as much. */
const recent = (
  { district, id }: Actor,
  {
    subject,
    item,
    fields,
    masked,
    reason,
  }: {
    subject: RawBuilder<unknown>
    item: string | null
    fields: RawBuilder<unknown>
    masked: RawBuilder<unknown>
    reason: string
  },
  now: Temporal.Instant,
) => sql`
  select 1 from vault.looks l where l.district = ${district} and l.subject = ${subject} and l.item = ${item}
  and l.by_account = ${id} and l.reason = ${reason} and l.fields @> ${fields} and l.masked <@ ${masked} and l.at > ${now.subtract({ hours: 1 }).toString()}::timestamptz limit 1`

/** The reason of a look that needs none said: the item was opened to be handled. */
export const opened = 'opened'

/** The reason of a look that nobody may have taken yet: the item in hand was put on a phone, to be handled without a network. */
export const ahead = 'ahead'

/** The reason of a look by somebody at all that is known of themselves, to take it along. */
export const takenAlong = 'takenAlong'

/** Whether a reason is one of ours, which nobody may give for their own: their look would pass for another. */
export const isOurs = (reason: string): boolean => [opened, ahead, takenAlong].includes(reason.trim())

export interface LookRow {
  item: string | null
  fields: string[]
  masked: string[]
  by_name: string
  by_role: string
  by_unit: string | null
  reason: string
  at: Date
}

/** Who looked at a person's data, the latest first. */
export async function looksAt(connection: Connection, district: string, subject: string, most = 100): Promise<LookRow[]> {
  const { rows } = await sql<LookRow>`
    select item, fields, masked, by_name, by_role, by_unit, reason, at from vault.looks
    where district = ${district} and subject = ${subject} order by at desc, id desc limit ${most}`.execute(connection)
  return rows
}
