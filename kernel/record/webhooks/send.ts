import { within } from '../../database/within.ts'
import type { House } from '../../flow/house.ts'
import { settleArrived, settleFailed } from './deliveries.ts'
import { leaseNext, webhooksDue } from './lease.ts'
import { post, type Way } from './post.ts'
import { openSecret } from './sign.ts'

/** How many deliveries one process sends to one webhook at the same time: a slow receiver holds so many, and no other's. */
const lanes = 4

/**
 * Sends what waits for webhooks. Each delivery is leased in a transaction of its own, sent outside of any, and settled in a
 * third: whoever dies in between has it sent once more after the lease, under the same id. Several processes may do so at once.
 */
export function webhookSender(
  { database, clock, ring }: Pick<House, 'database' | 'clock' | 'ring'>,
  report: (fault: unknown) => void,
  way?: Way,
) {
  const busy = new Map<string, number>()
  const going = new Set<Promise<void>>()
  let stopped = false

  /** Sends one delivery of a webhook, if one waits. Gives whether. */
  async function sendNext(district: string, webhook: string): Promise<boolean> {
    const work = { as: 'command', district } as const
    const leased = await within(database, work, (connection) => leaseNext(connection, district, webhook, clock()))
    if (!leased) return false
    const { id, address, sealed } = leased
    const secret = openSecret(ring, district, webhook, sealed)
    const error = await post({ id, body: JSON.stringify(leased.body), address, secret }, clock(), way)
    await within(database, work, async (connection) => {
      if (error) await settleFailed(connection, district, leased, error, clock())
      else await settleArrived(connection, district, id, clock())
    })
    return true
  }

  async function lane(district: string, webhook: string): Promise<void> {
    const name = `${district} ${webhook}`
    busy.set(name, (busy.get(name) ?? 0) + 1)
    try {
      while (!stopped && (await sendNext(district, webhook)));
    } catch (fault) {
      report(fault)
    } finally {
      const left = (busy.get(name) ?? 1) - 1
      if (left > 0) busy.set(name, left)
      else busy.delete(name)
    }
  }

  return {
    /** Begins to send what is due in a district, and does not wait for its end. */
    async begin(district: string): Promise<void> {
      const due = await within(database, { as: 'command', district }, (connection) =>
        webhooksDue(connection, district, clock(), lanes),
      )
      for (const { id, count } of due)
        for (let free = Math.min(count, lanes - (busy.get(`${district} ${id}`) ?? 0)); free > 0; free--) {
          const one = lane(district, id).finally(() => going.delete(one))
          going.add(one)
        }
    },
    /** Waits until everything that was begun has been sent, or failed. */
    async idle(): Promise<void> {
      while (going.size > 0) await Promise.all(going)
    },
    /** Begins nothing more, and waits for what is under way. */
    async stop(): Promise<void> {
      stopped = true
      await Promise.all(going)
    },
  }
}
