import { within } from '../database/within.ts'
import type { Store } from '../files/store.ts'
import type { House } from '../flow/house.ts'
import type { Rule } from './rule.ts'

/** What PostgreSQL answers to a login that may not. */
const notAllowed = '42501'

/**
 * Forgets what no rule lets a district keep any longer, some thousand rows at a time. Gives how many. A rule that fails keeps no other from
 * its work. What a login may only add to (docs/operations.md), it leaves to the owner's, with which `linli upkeep` runs each night.
 */
export async function forgetOld(
  { database, clock }: Pick<House, 'database' | 'clock'>,
  store: Pick<Store, 'remove'>,
  rules: readonly Rule[],
  district: string,
  report: (fault: unknown) => void,
): Promise<number> {
  const now = clock()
  let sum = 0
  for (const rule of rules)
    try {
      for (let count = 1; count > 0; sum += count) count = await forgetSome(rule)
    } catch (fault) {
      if (!(fault instanceof Error && 'code' in fault && fault.code === notAllowed)) report(fault)
    }
  return sum

  async function forgetSome({ days, forget }: Rule): Promise<number> {
    const { count, photos = [] } = await within(database, { as: 'owner', district }, (connection) =>
      forget(connection, district, now.subtract({ hours: 24 * days }), now),
    )
    // Without its key a photo is noise already.
    for (const photo of photos) await store.remove(photo)
    return count
  }
}
