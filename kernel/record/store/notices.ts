import { type RawBuilder, sql } from 'kysely'
import type { Connection } from '../../database/open.ts'
import type { Words } from '../../words.ts'

/** Something that a post (role@unit) or a party is told in the product. */
export interface Told {
  id: string
  recipient: string
  item: string
  flow: string
  words: Words
  at: string
}

/** The write that keeps notices of a district, each once. None if there are none. */
export function noticeWrites(district: string, notices: readonly Told[]): RawBuilder<unknown>[] {
  if (notices.length === 0) return []
  // Rows one by one in the statement: Citus copies what comes from a select, which row-level security does not allow.
  const values = notices.map(
    ({ id, recipient, item, flow, words, at }) =>
      sql`(${district}, ${id}, ${recipient}, ${item}, ${flow}, ${JSON.stringify(words)}::jsonb, ${at}::timestamptz)`,
  )
  return [
    sql`insert into record.notices (district, id, recipient, item, flow, words, at) values ${sql.join(values)} on conflict do nothing`,
  ]
}

/** The latest notices to somebody under any of their names, a hundred if nobody says. */
export async function noticesTo(connection: Connection, district: string, recipients: readonly string[], most = 100) {
  const { rows } = await sql<{ id: string; item: string; flow: string; words: Words; at: Date; read_at: Date | null }>`
    select id, item, flow, words, at, read_at from record.notices
    where district = ${district} and recipient = any (${recipients}) order by at desc, id desc limit ${most}`.execute(connection)
  return rows.map(({ id, item, flow, words, at, read_at }) => ({
    id,
    item,
    flow,
    words,
    at: at.toISOString(),
    read: read_at !== null,
  }))
}

/** Marks everything that somebody was told as read. */
export async function readNotices(
  connection: Connection,
  district: string,
  recipients: readonly string[],
  now: Temporal.Instant,
): Promise<void> {
  await sql`update record.notices set read_at = ${now.toString()}::timestamptz
    where district = ${district} and recipient = any (${recipients}) and read_at is null`.execute(connection)
}

/** Those of some parties who were erased: nobody reads any more what they would be told. */
export async function erasedAmong(
  connection: Connection,
  district: string,
  parties: readonly string[],
): Promise<ReadonlySet<string>> {
  if (parties.length === 0) return new Set()
  const { rows } = await sql<{ party: string }>`
    select id as party from people.accounts
    where district = ${district} and id = any (${[...parties]}) and kind = 'resident' and ends is not null
    union select subject from vault.keys
    where district = ${district} and subject = any (${[...parties]}) and erased_at is not null`.execute(connection)
  return new Set(rows.map(({ party }) => party))
}

/**
 * Forgets what a party was told, and what they were still to be told. The outbox first: a delivery that is under way holds its rows, and what it
 * leaves behind is there once it has let go of them.
 */
export async function forgetNotices(connection: Connection, district: string, party: string): Promise<void> {
  const toThem = JSON.stringify({ notices: [{ to: { party } }] })
  await sql`
    update record.outbox set body = jsonb_set(body, '{notices}', (
      select coalesce(jsonb_agg(notice), '[]') from jsonb_array_elements(body -> 'notices') notice
      where notice #>> '{to,party}' is distinct from ${party}))
    where district = ${district} and body @> ${toThem}::jsonb`.execute(connection)
  await sql`delete from record.notices where district = ${district} and recipient = ${party}`.execute(connection)
}
