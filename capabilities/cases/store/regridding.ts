import { within } from '#kernel/database/within.ts'
import type { House } from '#kernel/flow/house.ts'
import { perform } from '#kernel/flow/perform.ts'
import { isRefusal } from '#kernel/flow/refusal.ts'
import { systemOf } from '#kernel/people/actor.ts'
import { takePostsAlong } from '#kernel/place/redrawing/posts.ts'
import { firstToDo, noteMoved } from '#kernel/place/redrawing/write.ts'
import { dayOf } from '#kernel/time/zone.ts'
import type { Cases } from '../capability.ts'
import { goingWithGrids } from './inGrids.ts'

/** How many cases are looked at in one turn. */
const atOnce = 50

/**
 * Looks at the cases of grids whose boundaries were drawn anew, that are open or part of another, once the day has come: some a turn, each by a
 * command of its own, so that whoever is stopped goes on where it was. A new grid is given its posts before. Gives how many of either went to another grid.
 */
export function regridding(house: House, cases: Cases): (district: string) => Promise<number> {
  const reached = new Map<string, string>()
  return async (district) => {
    const scope = { as: 'command', district } as const
    const now = house.clock()
    // First those who are to have the cases; in the next turn, when every process goes by them, the cases.
    const posts = await within(house.database, scope, (connection) => takePostsAlong(connection, district, dayOf(now)))
    if (posts > 0) return posts
    const found = await within(house.database, scope, async (connection) => {
      const change = await firstToDo(connection, district, dayOf(now))
      const after = change && (reached.get(change.id) ?? '')
      const ids = change
        ? await goingWithGrids(connection, district, [change.grid, change.receiver], { after, most: atOnce })
        : []
      return { change, ids }
    })
    const { change, ids } = found
    if (!change) return 0
    let moved = 0
    for (const id of ids) {
      const done = await perform(house, cases, {
        ...{ name: 'regrid', id, input: { grid: change.grid, to: change.receiver }, actor: systemOf(district) },
        ...{ scope: 'timer', key: `regrid ${change.id} ${id}` },
      })
      if (!isRefusal(done) && !done.done.repeated) moved += 1
    }
    const last = ids.length < atOnce
    await within(house.database, scope, (connection) => noteMoved(connection, district, change.id, moved, last ? now : undefined))
    if (last) reached.delete(change.id)
    else reached.set(change.id, ids.at(-1) ?? '')
    return moved
  }
}
