import { sql } from 'kysely'
import type { Database } from '../database/open.ts'
import { within } from '../database/within.ts'
import type { Words } from '../words.ts'

/** Whom an event tells, as the outbox keeps it. */
interface Leaving {
  at: string
  notices: { to: { role: string; unit: string } | { party: string }; words: Words }[]
}

/** The recipient of a notice, as it is looked up: a post, or a party. */
const recipientOf = (to: Leaving['notices'][number]['to']): string => ('party' in to ? to.party : `${to.role}@${to.unit}`)

/**
 * Delivers what waits in a district's outbox, at most so many, in order per item: writes the notices that people read in the
 * product, and marks the rows in the same transaction, so that each is told once. What another process has in hand is left
 * to it. A row that cannot be delivered is tried again later, and later still. Gives how many went out.
 */
export const deliver = (database: Database, district: string, now: Temporal.Instant, most = 200): Promise<number> =>
  within(database, { as: 'command', district }, async (connection) => {
    const { rows } = await sql<{ id: string; item: string; body: Leaving }>`
      select id, item, body from record.outbox where district = ${district} and not delivered
        and next_at <= ${now.toString()}::timestamptz
      order by next_at, id limit ${most} for update skip locked`.execute(connection)
    if (rows.length === 0) return 0
    const notices = rows.flatMap(({ id, item, body }) =>
      body.notices.map(({ to, words }, index) => ({
        id: `${id}.${index}`,
        item,
        words,
        at: body.at,
        recipient: recipientOf(to),
      })),
    )
    // Rows one by one in the statement: Citus copies what comes from a select, which row-level security does not allow.
    const values = notices.map(
      (notice) =>
        sql`(${district}, ${notice.id}, ${notice.recipient}, ${notice.item}, ${JSON.stringify(notice.words)}::jsonb, ${notice.at}::timestamptz)`,
    )
    if (values.length > 0)
      await sql`insert into record.notices (district, id, recipient, item, words, at) values ${sql.join(values)}
        on conflict do nothing`.execute(connection)
    await sql`update record.outbox set delivered = true where district = ${district} and id = any (${rows.map(({ id }) => id)}::uuid[])`.execute(
      connection,
    )
    return rows.length
  })
