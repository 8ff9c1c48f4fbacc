import { sql } from 'kysely'
import type { Connection } from '#kernel/database/open.ts'
import { destroyPhotoKeys } from '#kernel/files/store.ts'
import type { ForgetBefore, Forgotten } from '#kernel/retention/rule.ts'
import type { Case } from '../contract/item.ts'
import { settledAt } from '../settled.ts'
import { lockFamilies } from './families.ts'

const atOnce = 100

/**
 * Forgets what is personal of cases that were settled in one of some states before a moment: what was told for them, what they are found
 * by, from which telephone they came, who opens them without an account, and the photos that came with words. What became of them stays.
 * Parts of one report read its words and show its photos, so that a family is forgotten together, when the last of it is due.
 */
const forgetSettledIn =
  (states: readonly Case['state'][]): ForgetBefore =>
  async (connection, district, before, now) => {
    const isDue = (item: Case) => {
      const at = settledAt(item)
      return (
        item.state === 'merged' || (at !== undefined && states.includes(item.state) && Temporal.Instant.compare(at, before) < 0)
      )
    }
    let after: Candidate = { id: '', reported_at: '-infinity' }
    for (;;) {
      const candidates = await candidatesAfter(connection, district, states, before, after)
      const ids = candidates.map(({ id }) => id)
      const due = (await lockFamilies(connection, district, ids)).filter((family) => family.every(isDue)).flat()
      if (due.length > 0) return forget(connection, district, due, now)
      const last = candidates.at(-1)
      if (!last || candidates.length < atOnce) return { count: 0 }
      after = last
    }
  }

interface Candidate {
  id: string
  reported_at: string
}

/** What may be due, the longest reported first: nothing was settled before it was reported. */
async function candidatesAfter(
  connection: Connection,
  district: string,
  states: readonly string[],
  before: Temporal.Instant,
  { id, reported_at }: Candidate,
): Promise<Candidate[]> {
  const { rows } = await sql<Candidate>`
    select id, reported_at::text from cases.cases
    where district = ${district} and not forgotten and state in ('closed', 'declined', 'withdrawn') and state = any (${states}::text[])
      and reported_at < ${before.toString()}::timestamptz and (reported_at, id) > (${reported_at}::timestamptz, ${id})
    order by reported_at, id limit ${sql.lit(atOnce)}`.execute(connection)
  return rows
}

async function forget(
  connection: Connection,
  district: string,
  cases: readonly Case[],
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
  await sql`update cases.cases set forgotten = true where district = ${district} and id = any (${ids})`.execute(connection)
  const named = [...new Set([...cases.flatMap((one) => one.photos), ...later.rows.map(({ photo }) => photo)])]
  const elsewhere = await namedElsewhere(connection, district, named)
  const photos = named.filter((photo) => !elsewhere.has(photo))
  await destroyPhotoKeys(connection, district, photos, now)
  return { count: cases.length, photos }
}

/** Whether what was personal of a case is forgotten. */
export async function isForgotten(connection: Connection, { district, id }: Pick<Case, 'district' | 'id'>): Promise<boolean> {
  const { rows } = await sql`select from cases.cases where district = ${district} and id = ${id} and forgotten`.execute(
    connection,
  )
  return rows.length > 0
}

/** Which of some photos a case names that is not forgotten. */
async function namedElsewhere(connection: Connection, district: string, photos: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ photos: string[] }>`
    select array(select jsonb_array_elements_text(item->'photos')) as photos from cases.cases
    where district = ${district} and not forgotten and item->'photos' <> '[]' and item->'photos' ?| ${photos}::text[]`.execute(
    connection,
  )
  return new Set(rows.flatMap((row) => row.photos))
}

export const forgetWithdrawn = forgetSettledIn(['withdrawn'])
export const forgetSettled = forgetSettledIn(['closed', 'declined', 'withdrawn'])
