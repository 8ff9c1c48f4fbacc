import { within } from '#kernel/database/within.ts'
import type { House } from '#kernel/flow/house.ts'
import { perform } from '#kernel/flow/perform.ts'
import { isRefusal } from '#kernel/flow/refusal.ts'
import { systemOf } from '#kernel/people/actor.ts'
import type { Cases } from '../capability.ts'
import type { Rulebook } from '../rulebook.ts'
import { astrayIn } from './inStreets.ts'

/** How many cases are brought along in one turn. */
const atOnce = 50

/** What was looked at: by which rules, in which street each community lay then, and since when every community was. */
interface Looked {
  rules: Rulebook
  streets: ReadonlyMap<string, string>
  all: Temporal.Instant
}

/** How far a look has come that is not over: at the communities that went to another street, or at all. */
interface Looking extends Looked {
  moved: ReadonlyMap<string, string>
  after?: string | undefined
}

/**
 * Brings cases, that are open or part of another, to the street to which their community went: some a turn, each by a command of its own, so that
 * whoever is stopped goes on where it was. It asks for them only once the rules have changed and some community lies in another street by
 * them; once an hour for all, since whatever was on its way at that moment named the street of before. Gives how many it brought along.
 */
export function restreeting(house: House, cases: Cases): (district: string) => Promise<number> {
  const looked = new Map<string, Looked>()
  const looking = new Map<string, Looking>()
  return async (district) => {
    const scope = { as: 'command', district } as const
    const rules = await within(house.database, scope, (connection) => cases.rulesOf(connection, district))
    const [before, going] = [looked.get(district), looking.get(district)]
    const look = going?.rules === rules ? going : begun(rules, before, house.clock())
    if (look.moved.size === 0) {
      looked.set(district, look)
      return 0
    }
    const found = await within(house.database, scope, (connection) =>
      astrayIn(connection, district, look.moved, { after: look.after, most: atOnce }),
    )
    let moved = 0
    for (const { id, version, from, to } of found) {
      const done = await perform(house, cases, {
        ...{ name: 'restreet', id, input: { from, to }, actor: systemOf(district) },
        ...{ scope: 'timer', key: `restreet ${id} ${version}` },
      })
      if (!isRefusal(done) && !done.done.repeated) moved += 1
    }
    if (found.length === atOnce) looking.set(district, { ...look, after: found.at(-1)?.id })
    else {
      looked.set(district, look)
      looking.delete(district)
    }
    return moved
  }
}

/** A look that begins now: at the communities that lie in another street than at the last one, or, once an hour, at all of them. */
function begun(rules: Rulebook, before: Looked | undefined, now: Temporal.Instant): Looking {
  const isOld = !before || Temporal.Instant.compare(before.all.add({ hours: 1 }), now) <= 0
  if (!isOld && before.rules === rules) return { ...before, moved: new Map() }
  const streets = streetsIn(rules)
  const moved = isOld ? streets : new Map([...streets].filter(([community, street]) => before.streets.get(community) !== street))
  return { rules, streets, moved, all: isOld ? now : before.all }
}

/** In which street each community lies. */
const streetsIn = ({ units }: Rulebook): ReadonlyMap<string, string> =>
  new Map(
    [...units.values()].flatMap(({ code, kind, parent }) => (kind === 'community' && parent !== null ? [[code, parent]] : [])),
  )
