import { isRefusal } from '#kernel/flow/refusal.ts'
import type { Post } from '#kernel/people/actor.ts'
import type { CaseIn, Known, Work } from '../contract/item.ts'
import type { Place, Resolution } from '../contract/terms.ts'
import { deskAbove, hiddenFrom } from '../routing.ts'
import { type CaseContext, dispatcherOf, isStaffed, nameOf, type Rulebook, type RulesNow } from '../rulebook.ts'
import { otherEye } from './otherEye.ts'

/** A case with who has it or leads it, and who it may go back to: by whom it was solved, dispatched, or held before it was merged. */
export type Placed = Known & { holder?: Post; dispatchedBy?: Post; before?: Post; lead?: string } & {
  resolution?: Resolution
  work?: Work
  desk?: CaseIn<'triage'>['desk']
}

/** The street in which the community of a place lies by the rules; where that is not known, the one that the place names. */
export function streetNow({ community, street }: Place, { units }: Pick<Rulebook, 'units'>): string | undefined {
  const unit = community === undefined ? undefined : units.get(community)
  return (unit?.kind === 'community' ? unit.parent : undefined) ?? street
}

/** Whom a case that lies in another street by now comes to be about, and from whom it is hidden there. */
function hiddenThere(item: Placed, from: string, place: Place) {
  const { community } = place
  // What is about the street that was left is not for the community to read that was below it.
  const about = item.about.includes(from) && community !== undefined ? [...new Set([...item.about, community])] : item.about
  return { about, hidden: hiddenFrom(place, about) }
}

/** From where to where a case goes with its community: nothing where it lies in its street. */
export function goingTo({ place }: Placed, { lies, rules }: CaseContext): { from: string; to: string } | undefined {
  const { street: from } = place
  // What is read with the case is newer than rules that are kept for a while.
  const found = lies && !isRefusal(lies) && lies.community === place.community ? lies.street : undefined
  const to = found ?? streetNow(place, rules)
  return from === undefined || to === undefined || from === to ? undefined : { from, to }
}

const workingOn = ({ parts }: Placed) =>
  parts.filter(({ state }) => state === 'asked' || state === 'received').map(({ unit }) => unit)

/** Whether a case that is about its new street is led, or assisted in, by a unit below that: with that one it cannot go there. */
export function isAboutItsHandlers(item: Placed, context: CaseContext): boolean {
  const going = goingTo(item, context)
  if (!going) return false
  const { hidden } = hiddenThere(item, going.from, { ...item.place, street: going.to })
  return [item.lead, item.work?.lead, ...workingOn(item)].some((unit) => unit !== undefined && hidden.includes(unit))
}

/**
 * A case in the street in which its community lies now. What the desk of the old street has, leads, or would get back, passes to the same post of
 * the new one; where nobody is at that, or the case is about that street, to the desk above.
 */
export function inItsStreet<Item extends Placed>(item: Item, context: CaseContext): Item {
  const { rules } = context
  const going = goingTo(item, context)
  if (!going || isAboutItsHandlers(item, context)) return item
  const { from, to } = going
  const place = { ...item.place, street: to }
  const { about, hidden } = hiddenThere(item, from, place)
  // What is about the new street, or that one assists in, or nobody is there for, the old one goes on leading, as any unit that was given it;
  // so does it with what is protected, which nobody but a dispatcher gives to another unit.
  const takes = !item.protected && isStaffed(context, { role: 'streetDesk', unit: to })
  const leads = takes && !hidden.includes(to) && !workingOn(item).includes(to) && { lead: to }
  const passed = (post: Post): Post => {
    if (hidden.includes(post.unit)) return dispatcherOf(rules)
    if (post.unit !== from) return post
    if (hidden.includes(to)) return dispatcherOf(rules)
    const there = { ...post, unit: to }
    return isStaffed(context, there) ? there : deskAbove(context, place, about, there).post
  }
  const led = (post: Post): Post => (post.unit === from && leads ? { ...post, unit: to } : post)
  const holder = item.holder && (item.lead === undefined ? passed : led)(item.holder)
  const solver = item.resolution && (item.work ? led : passed)(item.resolution.holder)
  const leaves = leads && (item.lead ?? item.work?.lead) === from
  return {
    ...item,
    ...{ place, about, accepting: passed(item.accepting) },
    ...(leaves && { former: [...new Set([...item.former, from])] }),
    ...(holder && holder !== item.holder && holderThere({ ...item, place, about }, holder, context)),
    ...(item.lead === from && leads),
    ...(item.dispatchedBy && { dispatchedBy: passed(item.dispatchedBy) }),
    ...(item.before && { before: passed(item.before) }),
    ...(item.resolution && solver && { resolution: { ...item.resolution, holder: solver } }),
    ...(item.work && {
      work: { ...item.work, ...(item.work.lead === from && leads), dispatchedBy: passed(item.work.dispatchedBy) },
    }),
  }
}

/** Who has it after the desk of the old street. Whoever solved it does not come to look at their own work. */
function holderThere(item: Placed, holder: Post, at: RulesNow) {
  const { rules } = at
  if (item.resolution) return { holder: otherEye(item, item.resolution.by.post, at) ?? dispatcherOf(rules) }
  const [zh, en] = ['所在社区划转', 'its community went to another street']
  return {
    holder,
    routedBy: { zh: `${zh}：由${nameOf(rules, holder.unit)}接手`, en: `${en}: ${nameOf(rules, holder.unit)} has it now` },
    ...(item.desk && { desk: deskAt(holder) }),
  }
}

const deskAt = ({ role }: Post): CaseIn<'triage'>['desk'] =>
  role === 'dispatcher' ? 'district' : role === 'communitySecretary' ? 'community' : 'street'
