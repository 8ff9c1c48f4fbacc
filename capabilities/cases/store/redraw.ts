import { type RawBuilder, sql } from 'kysely'
import { firstIdOf } from '#kernel/database/ids.ts'
import type { Database } from '#kernel/database/open.ts'
import { within } from '#kernel/database/within.ts'
import { lockItems, redrawItem } from '#kernel/flow/store/items.ts'
import { dropKept } from '#kernel/metric/unsettled.ts'
import { systemClock } from '#kernel/time/clock.ts'
import { caseFlow } from '../flow.ts'
import { countedCases } from '../metrics/countable.ts'
import { seenWrite } from './words.ts'

/** So few a transaction: on the embedded database whoever asks meanwhile waits until it is through. */
const atOnce = 20

/**
 * Draws anew the columns of cases, and what they are found by, that changed in the last two hours, where a migration ran within a day:
 * a program from before it may have changed them, which goes on while the new ones start and knows no column that it does not write.
 * By the machine's time, as migrations and ids are. Gives how many cases that were.
 */
export async function redrawChanged(database: Database, district: string): Promise<number> {
  const now = systemClock()
  const since = firstIdOf(now.subtract({ hours: 2 }).epochMilliseconds)
  const changed = await within(database, { as: 'owner', district }, async (connection) => {
    const ran =
      await sql`select 1 from migrations where at > ${now.subtract({ hours: 24 }).toString()}::timestamptz limit 1`.execute(
        connection,
      )
    if (ran.rows.length === 0) return []
    const { rows } = await sql<{ item: string }>`
      select distinct item from record.outbox where district = ${district} and id > ${since}::uuid`.execute(connection)
    return rows.map(({ item }) => item).sort()
  })
  let drawn = 0
  for (let from = 0; from < changed.length; from += atOnce)
    drawn += await within(database, { as: 'owner', district }, async (connection) => {
      const cases = await lockItems(connection, caseFlow, district, changed.slice(from, from + atOnce))
      const ids = cases.map(({ item }) => item.id)
      const writes: RawBuilder<unknown>[] = [
        ...cases.flatMap(({ item, tip }) => [redrawItem(caseFlow, item, tip), seenWrite(item)]),
        dropKept(countedCases, district, ids),
      ]
      for (const write of writes) await write.execute(connection)
      return cases.length
    })
  return drawn
}
