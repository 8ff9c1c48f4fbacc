import { within } from '#kernel/database/within.ts'
import type { House } from '#kernel/flow/house.ts'
import { perform } from '#kernel/flow/perform.ts'
import { isRefusal } from '#kernel/flow/refusal.ts'
import { systemOf } from '#kernel/people/actor.ts'
import { dayOf } from '#kernel/time/zone.ts'
import { portraits } from '../capability.ts'
import { withoutPost } from './portraits.ts'

/** How many are looked at in one turn. */
const atOnce = 50

/** Takes back, in their name, what workers agreed to who are at that post no longer. Gives how many. */
export function parting(house: House): (district: string) => Promise<number> {
  return async (district) => {
    const day = dayOf(house.clock())
    const ids = await within(house.database, { as: 'command', district }, (connection) =>
      withoutPost(connection, district, day, atOnce),
    )
    let parted = 0
    for (const id of ids) {
      const sent = { name: 'withdraw', id, input: {}, actor: systemOf(district), scope: 'timer', key: `left ${day} ${id}` }
      const done = await perform(house, portraits, sent)
      if (!isRefusal(done) && !done.done.repeated) parted += 1
    }
    return parted
  }
}
