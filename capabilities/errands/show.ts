import type { StreetFacts } from '#kernel/flow/restreet.ts'
import { masked } from '#kernel/flow/reveal.ts'
import { type Actor, holds } from '#kernel/people/actor.ts'
import { namelessOf } from '#kernel/people/nameless.ts'
import { isOfCommunity } from '#kernel/people/roles.ts'
import type { Errand, SeenErrand, Side } from './contract/errand.ts'
import type { ErrandItem } from './contract/item.ts'
import { numberOf } from './contract/number.ts'

/** What decisions need to know: the item that is asked for, where the resident lives, and where a helper's post lies. */
export interface ErrandFacts extends StreetFacts {
  entry: ErrandItem | undefined
  where: { placeName: string; community: string; communityName: string; street?: string } | undefined
  /** The community of the post that is to help; none where there is no such post. */
  helperIn: string | undefined
  /** Whether the photo that is named was uploaded by somebody else, or is not there. */
  strange: boolean
  /** Whether nobody is at the post of the errand's helper any more. */
  unattended: boolean
  /** Whether the resident had their data erased, and confirms nothing any more. */
  gone: boolean
}

/** What they need to know where nothing is sent. */
export const noFacts: ErrandFacts = {
  ...{ entry: undefined, where: undefined, helperIn: undefined },
  ...{ strange: false, unattended: false, gone: false },
}

/** Whether somebody is at work in the errand's community. */
export const isCommunity = (actor: Actor, { community }: Errand): boolean => isOfCommunity(actor, community)

/** The party of whoever has no account and only this errand. No id that somebody chooses for another thing, a case, makes them the same. */
export const partyOf = (id: string): string => namelessOf(`errand ${id}`)

/** On which side of a handover somebody stands. */
export const sideOf = (actor: Actor, item: Errand): Side | undefined =>
  item.state === 'recorded'
    ? undefined
    : actor.id === item.resident
      ? 'resident'
      : 'helper' in item && holds(actor, item.helper)
        ? 'helper'
        : undefined

/** Street and district see what, where and how far; the rest only the resident, the helper and the community. */
export function show(item: Errand, { actor }: { actor: Actor }): SeenErrand {
  const { id, version, state, code, hours, itemName, kind, department, letter, community, communityName } = item
  const seen = {
    number: numberOf(id),
    id,
    version,
    state,
    code,
    hours,
    itemName,
    kind,
    department,
    letter,
    community,
    communityName,
  }
  const endedAt = 'endedAt' in item ? { endedAt: item.endedAt } : {}
  if (item.state === 'recorded') return { ...seen, ...endedAt, papers: [] }
  const { requestedAt, dueAt } = item
  const course = { requestedAt, ...(dueAt !== undefined && { dueAt }), ...endedAt }
  const side = sideOf(actor, item)
  if (side === undefined && !isCommunity(actor, item)) return { ...seen, ...course, papers: [] }
  const { placeName, name, phone, note, atHome, half, papers } = item
  return {
    ...{ ...seen, ...course, placeName, atHome, papers },
    ...(name !== undefined && { name }),
    ...(phone !== undefined && { phone: masked(phone) }),
    ...(note !== undefined && { note }),
    ...(half !== undefined && { half }),
    ...(side !== undefined && { side }),
    ...('helper' in item && item.helper !== undefined && { helper: item.helper }),
    ...('helperName' in item && item.helperName !== undefined && { helperName: item.helperName }),
    ...('because' in item && { because: item.because }),
    ...('missing' in item && { missing: item.missing }),
    ...('erased' in item && item.erased !== undefined && { erased: item.erased }),
    ...('rating' in item && item.rating !== undefined && { rating: item.rating }),
  }
}
