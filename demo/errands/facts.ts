import type { ErrandFacts } from '#capabilities/errands/show.ts'
import type { Actor } from '#kernel/people/actor.ts'
import type { Geography } from '../geography/geography.ts'
import { errandItems } from './items.ts'

const items = new Map(errandItems.map((item) => [item.code, item]))

/** What the decisions about errands of the demo's past need to know, without asking the database. */
export function factsIn({ units }: Geography) {
  const known = new Map(units.map((unit) => [unit.code, unit]))
  return ({ actor, sent }: { actor: Actor; sent?: { name: string; input: unknown } }): ErrandFacts => {
    const { item, unit: at, helper }: { item?: unknown; unit?: unknown; helper?: { unit?: unknown } } = Object(sent?.input)
    const unit = typeof at === 'string' ? known.get(at) : undefined
    const community = unit?.community === undefined ? undefined : known.get(unit.community)
    return {
      // Nobody of the demo takes another's photo.
      strange: false,
      // All of them are at their posts.
      unattended: false,
      gone: false,
      entry: typeof item === 'string' ? items.get(item) : undefined,
      where: unit &&
        community && {
          ...{ placeName: unit.name, community: community.code, communityName: community.name },
          ...(unit.street !== undefined && { street: unit.street }),
        },
      // Of the demo's helpers all are of their community itself.
      helperIn: sent?.name === 'file' ? actor.unit : typeof helper?.unit === 'string' ? helper.unit : undefined,
    }
  }
}
