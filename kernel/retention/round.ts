import { within } from '../database/within.ts'
import type { Store } from '../files/store.ts'
import type { House } from '../flow/house.ts'
import type { Rule } from './rule.ts'

/** What PostgreSQL answers to a login that may not. */
const notAllowed = '42501'

/** Where a district's rows lie, and its photos. */
interface Kept {
  house: Pick<House, 'database' | 'clock'>
  store: Pick<Store, 'remove'>
  rules: readonly Rule[]
  district: string
  report: (fault: unknown) => void
}

/**
 * Forgets what no rule lets a district keep any longer, some of it at each step, and gives how many rows went: so that whoever serves
 * meanwhile can have their turn in between. A rule that fails keeps no other from its work. What a login may only add to
 * (docs/operations.md), it leaves to the owner's, with which `linli upkeep` runs each night.
 */
export async function* forgetting({
  house: { database, clock },
  store,
  rules,
  district,
  report,
}: Kept): AsyncGenerator<number, void> {
  const now = clock()
  for (const rule of rules)
    try {
      for (let count = await some(rule); count > 0; count = await some(rule)) yield count
    } catch (fault) {
      if (!(fault instanceof Error && 'code' in fault && fault.code === notAllowed)) report(fault)
    }

  async function some({ days, forget }: Rule): Promise<number> {
    const { count, photos = [] } = await within(database, { as: 'owner', district }, (connection) =>
      forget(connection, district, now.subtract({ hours: 24 * days }), now),
    )
    // Without its key a photo is noise already.
    for (const photo of photos) await store.remove(photo)
    return count
  }
}

/** All of it at once. Gives how many rows went. */
export async function forgetOld(kept: Kept): Promise<number> {
  let sum = 0
  for await (const count of forgetting(kept)) sum += count
  return sum
}
