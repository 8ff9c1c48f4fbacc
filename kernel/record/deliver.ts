import type { Connection, Database } from '../database/open.ts'
import { within } from '../database/within.ts'
import { leavingOf, type Waiting } from './leaving.ts'
import { erasedAmong, noticeWrites } from './store/notices.ts'
import { markDelivered, putOff, takeWaiting } from './store/outbox.ts'
import { announce } from './webhooks/announce.ts'

/** A row of the outbox that could not leave: it is tried again later, and later still. */
export interface Undelivered {
  id: string
  item: string
  /** How often it was tried by now. */
  attempts: number
  fault: unknown
}

/**
 * Delivers what waits in a district's outbox, at most so many, in order per item: writes the notices that people read in the
 * product and what webhooks are to be sent, and marks the rows in the same transaction, so that each leaves once. What another
 * process has in hand is left to it. Where a batch fails, its rows go one by one, each in a transaction of its own: the one
 * at fault is put off, the later ones of its item wait behind it, and everything else leaves. Gives how many left, the faults, and whether
 * so many waited, so that there may be more.
 */
export async function deliver(
  database: Database,
  district: string,
  now: Temporal.Instant,
  most = 200,
): Promise<{ sent: number; faults: Undelivered[]; full: boolean }> {
  let taken: Waiting[] = []
  let full = false
  try {
    await within(database, { as: 'command', district }, async (connection) => {
      ;({ rows: taken, full } = await takeWaiting(connection, district, now, { most }))
      await letGo(connection, district, taken, now)
    })
    return { sent: taken.length, faults: [], full }
  } catch (error) {
    if (taken.length === 0) throw error
  }
  return { ...(await oneByOne(database, district, taken, now)), full }
}

async function oneByOne(database: Database, district: string, rows: readonly Waiting[], now: Temporal.Instant) {
  const held = new Set<string>()
  const faults: Undelivered[] = []
  let sent = 0
  for (const { id, item } of rows) {
    if (held.has(item)) continue
    try {
      sent += await within(database, { as: 'command', district }, async (connection) => {
        const { rows: one } = await takeWaiting(connection, district, now, { most: 1, id })
        await letGo(connection, district, one, now)
        return one.length
      })
    } catch (fault) {
      held.add(item)
      // Where this fails too it is the database that is away, not the row: then nothing is counted, and the caller hears of it.
      const attempts = await within(database, { as: 'command', district }, (connection) => putOff(connection, district, id, now))
      faults.push({ id, item, attempts, fault })
    }
  }
  return { sent, faults }
}

/** Writes everything that rows of the outbox lead to, and marks them. */
async function letGo(connection: Connection, district: string, rows: readonly Waiting[], now: Temporal.Instant): Promise<void> {
  if (rows.length === 0) return
  const leaving = rows.map((row) => ({ ...row, ...leavingOf(row) }))
  const parties = leaving.flatMap(({ notices }) => notices.flatMap(({ to }) => ('party' in to ? [to.party] : [])))
  const erased = await erasedAmong(connection, district, [...new Set(parties)])
  const notices = leaving.flatMap(({ id, item, flow = 'case', at, notices }) =>
    notices.flatMap(({ to, words }, index) => {
      const recipient = 'party' in to ? to.party : `${to.role}@${to.unit}`
      return erased.has(recipient) ? [] : [{ ...{ id: `${id}.${index}`, item, flow, words, at }, recipient }]
    }),
  )
  for (const write of noticeWrites(district, notices)) await write.execute(connection)
  await announce(connection, district, leaving, now)
  await markDelivered(
    connection,
    district,
    rows.map(({ id }) => id),
  )
}
