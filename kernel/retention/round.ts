import { within } from '../database/within.ts'
import type { Store } from '../files/store.ts'
import type { House } from '../flow/house.ts'
import type { Rule } from './rule.ts'

/** Forgets what no rule lets a district keep any longer, some thousand rows at a time. Gives how many. */
export async function forgetOld(
  { database, clock }: Pick<House, 'database' | 'clock'>,
  store: Pick<Store, 'remove'>,
  rules: readonly Rule[],
  district: string,
): Promise<number> {
  const now = clock()
  let sum = 0
  for (const { days, forget } of rules) {
    const before = now.subtract({ hours: 24 * days })
    for (let count = 1; count > 0; sum += count) {
      const forgotten = await within(database, { as: 'owner', district }, (connection) =>
        forget(connection, district, before, now),
      )
      // Without its key a photo is noise already.
      for (const photo of forgotten.photos ?? []) await store.remove(photo)
      count = forgotten.count
    }
  }
  return sum
}
