import { type RawBuilder, sql } from 'kysely'
import type { Connection } from '#kernel/database/open.ts'
import { destroyPhotoKeys } from '#kernel/files/store.ts'
import type { ForgetBefore, Forgotten } from '#kernel/retention/rule.ts'
import { unsettledStates } from '../settled.ts'

const atOnce = 200

/**
 * Forgets what is personal of cases that fit a condition: what was told for them, what they are found by, from which telephone they
 * came, who opens them without an account, and the photos that came with words. What became of them stays. One from which another
 * was split waits for that one, which reads its words.
 */
const forgetCasesThat =
  (fits: (moment: RawBuilder<unknown>) => RawBuilder<unknown>): ForgetBefore =>
  async (connection, district, before, now) => {
    const moment = sql`${before.toString()}::timestamptz`
    const { rows } = await sql<{ id: string; photos: string[] }>`
      select c.id, array(select jsonb_array_elements_text(c.item->'photos')) as photos from cases.cases c
      where c.district = ${district} and ${fits(moment)}
        and exists (select 1 from vault.secrets s where s.district = c.district and s.item = c.id)
        and not exists (select 1 from cases.cases k where k.district = c.district and k.state = any (${unsettledStates}::text[])
          and k.id = any (array(select jsonb_array_elements_text(c.item->'children'))))
      order by c.id limit ${sql.lit(atOnce)}`.execute(connection)
    return rows.length === 0 ? { count: 0 } : forget(connection, district, rows, now)
  }

async function forget(
  connection: Connection,
  district: string,
  cases: readonly { id: string; photos: readonly string[] }[],
  now: Temporal.Instant,
): Promise<Forgotten> {
  const ids = cases.map(({ id }) => id)
  const later = await sql<{ photo: string }>`
    select jsonb_array_elements_text(body::jsonb->'input'->'photos') as photo from record.events
    where district = ${district} and item = any (${ids}) and command in ('comment', 'replyToAsk')`.execute(connection)
  await sql`delete from vault.secrets where district = ${district} and item = any (${ids})`.execute(connection)
  await sql`update cases.words set told = ''::tsvector where district = ${district} and id = any (${ids})`.execute(connection)
  await sql`delete from cases.callers where district = ${district} and id = any (${ids})`.execute(connection)
  await sql`delete from people.query_codes where district = ${district} and item = any (${ids})`.execute(connection)
  const photos = [...cases.flatMap((one) => one.photos), ...later.rows.map(({ photo }) => photo)]
  await destroyPhotoKeys(connection, district, photos, now)
  return { count: cases.length, photos }
}

export const forgetWithdrawn = forgetCasesThat(
  (moment) => sql`c.state = 'withdrawn' and (c.item->>'withdrawnAt')::timestamptz < ${moment}`,
)

export const forgetSettled = forgetCasesThat(
  (moment) => sql`(c.state = 'closed' and c.closed_at < ${moment}
    or c.state = 'declined' and (c.item->'decline'->>'at')::timestamptz < ${moment}
    or c.state = 'merged' and exists (select 1 from cases.cases p where p.district = c.district and p.id = c.item->>'parent'
      and (p.closed_at < ${moment} or p.state in ('declined', 'withdrawn') and c.reported_at < ${moment})))`,
)
