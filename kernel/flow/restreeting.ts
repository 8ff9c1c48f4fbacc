import type { Connection } from '../database/open.ts'
import { within } from '../database/within.ts'
import { systemOf } from '../people/actor.ts'
import { cachedByRules } from '../place/rules.ts'
import type { AnyItem } from './command.ts'
import type { Capability, House } from './house.ts'
import { perform } from './perform.ts'
import { isRefusal } from './refusal.ts'
import { astrayIn, lyingBy, readStreets } from './store/astray.ts'

/** In which street each community of a district lies: the same value as long as the rules are the same. */
export type StreetsOf = (connection: Connection, district: string) => Promise<ReadonlyMap<string, string>>

/** What was looked at: in which street each community lay then, and since when every community was. */
interface Looked {
  streets: ReadonlyMap<string, string>
  all: Temporal.Instant
}

/** How far a look has come that is not over: at the communities that went to another street since the last one, or at all. */
interface Looking extends Looked {
  moved: ReadonlyMap<string, string>
  after?: string | undefined
}

/**
 * Brings items under way to the street to which their community went: some a turn, each by a `restreet` of its own, so that whoever is stopped
 * goes on where it was. It asks for them only once the rules have changed and some community lies in another street by them; as it begins and
 * once an hour for all, since whatever was on its way at that moment named the street of before. Gives how many it brought along, `atOnce` at most.
 */
export function restreeting<Item extends AnyItem, Facts>(
  house: House,
  capability: Capability<Item, Facts>,
  { streetsOf = cachedByRules(house.clock, readStreets, 0), atOnce = 50 }: { streetsOf?: StreetsOf; atOnce?: number } = {},
): (district: string) => Promise<number> {
  const lying = lyingBy(capability.flow)
  const looked = new Map<string, Looked>()
  const looking = new Map<string, Looking>()
  return async (district) => {
    const scope = { as: 'command', district } as const
    const streets = await within(house.database, scope, (connection) => streetsOf(connection, district))
    const going = looking.get(district)
    const look = going?.streets === streets ? going : begun(streets, looked.get(district), going, house.clock())
    if (look.moved.size === 0) {
      looked.set(district, look)
      looking.delete(district)
      return 0
    }
    const found = await within(house.database, scope, (connection) =>
      astrayIn(connection, lying, district, { streets: look.moved, after: look.after, most: atOnce }),
    )
    let moved = 0
    for (const { id, version, from, to } of found) {
      // Whatever goes wrong with this one, the next turn goes on behind it.
      looking.set(district, { ...look, after: id })
      const done = await perform(house, capability, {
        ...{ name: 'restreet', id, input: { from, to }, actor: systemOf(district) },
        ...{ scope: 'timer', key: `restreet ${id} ${version}` },
      })
      if (!isRefusal(done) && !done.done.repeated) moved += 1
    }
    if (found.length < atOnce) {
      looked.set(district, look)
      looking.delete(district)
    }
    return moved
  }
}

/**
 * A look that begins now: at the communities that lie in another street than at the last one, or, once an hour, at all of them. Of those of a look
 * that was broken off, as the rules changed meanwhile, some items have gone along already: they are looked at again, wherever they lie now.
 */
function begun(
  streets: ReadonlyMap<string, string>,
  before: Looked | undefined,
  brokenOff: Looking | undefined,
  now: Temporal.Instant,
): Looking {
  if (!before || Temporal.Instant.compare(before.all.add({ hours: 1 }), now) <= 0) return { streets, moved: streets, all: now }
  const moved = [...streets].filter(
    ([community, street]) => before.streets.get(community) !== street || brokenOff?.moved.has(community),
  )
  return { streets, moved: new Map(moved), all: before.all }
}
