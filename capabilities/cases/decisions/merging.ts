import type { Change } from '#kernel/flow/command.ts'
import { isRefusal, noOccasion, type Refusal, refusal, refuse } from '#kernel/flow/refusal.ts'
import { isHidden } from '../columns.ts'
import { aboutOf } from '../concerning.ts'
import type { Merge, Split } from '../contract/inputs.ts'
import type { Case, CaseIn, Known } from '../contract/item.ts'
import { known } from '../known.ts'
import { causes, limitOf, limitsAfter } from '../limits.ts'
import type { CaseContext } from '../rulebook.ts'
import { seesCase } from '../sight.ts'
import { withFormer } from './accepting.ts'
import { reportedAgain, waitingSince } from './declining.ts'
import { dutyOf } from './duty.ts'
import { broughtBy, freed } from './following.ts'
import { isGuardedMore } from './guarding.ts'
import { inItsGrid } from './regridding.ts'

type Mergeable = CaseIn<'reported' | 'accepted' | 'triage' | 'dispatched' | 'handling'>

const openStates = ['reported', 'accepted', 'triage', 'dispatched', 'handling', 'suspended', 'ledger', 'verifying', 'contested']
const isOpen = ({ state }: Case) => openStates.includes(state)

/**
 * 并案: into an open case that is not merged itself. Every resident who reported follows the parent from then on, hears all, and rates; whoever met it
 * on patrol does not: they see it at their post, if it is theirs.
 */
export function merge(item: Mergeable, { parent: id }: Merge, context: CaseContext): Change<Case, CaseIn<'merged'>> | Refusal {
  // A case that somebody does not see is none that they could merge into.
  const parent = context.others.find((other) => other.id === id && seesCase(context.actor, other))
  if (id === item.id) return refuse('不能并入自己', 'a case cannot be merged into itself')
  if (!parent) return refuse('没有找到要并入的事项', 'the case to merge into was not found')
  if (!isOpen(parent)) return refuse('要并入的事项已不在办理中', 'the case to merge into is not open any more')
  if (item.about.length > 0 || parent.about.length > 0 || item.protected || parent.protected)
    return refuse('涉及办理链条或受保护的事项不并案', 'cases about the chain itself, and protected ones, are not merged')
  if (context.actor.role !== 'dispatcher' && easesOwn(item, parent, context))
    return refuse(
      '这样并案会推迟、了结时限，或把事项转给别的单位。请把时限晚的并入时限早的，或请指挥中心并案',
      'that would move or end your limit, or pass it to another unit: merge what is due later into what is due earlier, or ask the dispatcher',
    )
  const parties = [...(item.staffReported ? [] : [item.reporter]), ...item.followers].filter((party) => party !== parent.reporter)
  const followers = [...new Set([...parent.followers, ...parties])]
  const brought = broughtBy(context.mergedThere ?? [])
  const joined = parties.filter((party) => parent.followers.includes(party) && !brought.has(party))
  const waiting = waitingSince(item)
  const merged: CaseIn<'merged'> = {
    // A unit that had it goes on seeing what became of it.
    ...withFormer(item, item.holder.unit),
    ...limitsAfter(item, context, { end: 'all' }),
    state: 'merged',
    parent: id,
    before: item.holder,
    ...(joined.length > 0 && { joined }),
    ...(waiting && { waitedSince: waiting.at }),
  }
  return {
    item: merged,
    others: [{ ...dueOutside(parent, item, context), followers, children: [...parent.children, item.id] }],
  }
}

/** What another platform waits for is due there by when it said, whatever it was merged into. */
function dueOutside(parent: Case, { outerDueAt }: Mergeable, context: CaseContext): Case {
  if (outerDueAt === undefined || (parent.outerDueAt ?? outerDueAt) < outerDueAt) return parent
  const sooner = { ...parent, outerDueAt }
  const resolve = limitOf(parent, 'resolve')
  if (!resolve) return sooner
  const { span, startsAt } = resolve
  const begin = [{ step: 'resolve' as const, cause: causes.merged, span, from: Temporal.Instant.from(startsAt) }]
  return { ...sooner, ...limitsAfter(sooner, context, { end: ['resolve'], begin }) }
}

/** Whether whoever has a case would be rid of its limit, over or not, or have a later one, or another unit the work, by merging it. */
function easesOwn(item: Mergeable, parent: Case, { now }: CaseContext): boolean {
  if ('lead' in item && !('lead' in parent && parent.lead === item.lead)) return true
  const step = limitOf(item, 'resolve') ? 'resolve' : item.state === 'triage' ? 'triage' : 'solve'
  const [own, other] = [limitOf(item, step), limitOf(parent, step)]
  if (own && own.dueAt <= now.toString()) return true
  if (!own || !other) return own !== undefined && (step === 'resolve' || parent.state === 'reported')
  return other.dueAt > own.dueAt
}

/**
 * Whoever had it takes out again only what nobody had taken yet: else a merge that is undone would be a return without its reason, past
 * a ruling, and a new clock.
 */
export const takenBefore = ({ waitedSince }: CaseIn<'merged'>, { actor }: CaseContext): Refusal | undefined =>
  waitedSince === undefined && actor.role !== 'dispatcher'
    ? refuse(
        '承单以后才并案的，请指挥中心撤销',
        'it was taken in hand before it was merged: ask the dispatcher to take it out again',
      )
    : undefined

/**
 * Undoes a merge: the case comes in again, and whoever follows the other because of it alone no longer does. The parent is named, so that it is
 * locked too.
 * For whoever merged it themselves its clock has run on.
 */
export function unmerge(
  merged: CaseIn<'merged'>,
  { parent: id }: Merge,
  context: CaseContext,
): Change<Case, CaseIn<'reported'>> | Refusal {
  const item = inItsGrid(merged, context)
  const parent = context.others.find((other) => other.id === id && seesCase(context.actor, other))
  if (id !== item.parent || !parent) return refuse('请指明并入的事项', 'name the case that it was merged into')
  // Further up they would go on following what this one has nothing to do with any more.
  if (parent.state === 'merged')
    return refuse(
      '它并入的事项后来也已并案，请先撤销那一次并案',
      'what it was merged into was merged later itself: undo that first',
    )
  // Whoever leaves what goes on without its reporter may be the one whose it is by now.
  if (parent.state === 'withdrawn' && parent.continuedAs !== undefined)
    return refuse(
      '它并入的事项已由原报单人撤回，作为新的事项接着办：请从那一件中拆单',
      'what it was merged into was withdrawn and goes on as another case: split it off from that one',
    )
  const since =
    context.actor.role === 'dispatcher' || item.waitedSince === undefined
      ? undefined
      : { post: item.before, at: item.waitedSince }
  return {
    item: reportedAgain(item, causes.unmerged, context, since),
    others: [freed(parent, [item], context.mergedThere ?? [])],
  }
}

/** 附议: one more person for whom the same thing is wrong. They hear what the reporter hears. */
export function join<Item extends Case>(item: Item, _: object, { actor }: CaseContext): Item | Refusal {
  // To join is to see: what is guarded, or about the chain itself, is not there for whoever happens to have its id.
  if (item.protected || item.about.length > 0) return refusal('notFound', '没有找到', 'there is no such case')
  if (item.followers.includes(actor.id)) return refuse('您已附议', 'you have joined already')
  return { ...item, followers: [...item.followers, actor.id] }
}

export const ownReport = (item: Case, { actor, reportedFromHere }: CaseContext): Refusal | undefined =>
  item.reporter === actor.id || reportedFromHere ? noOccasion('这是您自己报的事项', 'this is your own report') : undefined

/** The number of a case that comes out of another: by that one's step, so that none is given twice. */
export const numberWithin = ({ number, version }: Case, index: number): string =>
  `${number}-${version}${String.fromCharCode(97 + index)}`

/** 拆单: what was several matters in one report. The limits of the new cases run from the first report. */
export function split(
  whole: CaseIn<'accepted' | 'handling'>,
  { parts }: Split,
  context: CaseContext,
): Change<Case, CaseIn<'accepted' | 'handling'>> | Refusal {
  const item = inItsGrid(whole, context)
  const news: Case[] = []
  for (const [index, part] of parts.entries()) {
    if ([item, ...context.others, ...news].some((other) => other.id === part.id))
      return refuse('新事项的编号已被使用', 'the id of a new case is taken')
    const made = partOf(item, part, numberWithin(item, index), context)
    if (isRefusal(made)) return made
    news.push(made)
  }
  // Its parts come in where it lies now; the whole stays with whoever splits it, and is brought there by itself.
  return { item: { ...whole, children: [...whole.children, ...parts.map(({ id }) => id)] }, others: news }
}

/** A new case of what was split off. */
function partOf(
  item: CaseIn<'accepted' | 'handling'>,
  { id, category: code, words }: Split['parts'][number],
  number: string,
  context: CaseContext,
): CaseIn<'accepted' | 'reported'> | Refusal {
  const category = context.rules.categories.get(code)
  if (!category) return refuse(`没有“${code}”这个类别`, `there is no category ${code}`)
  const base: Known = {
    ...ownOf(known(item)),
    // The words are those of whoever splits: each new case says what it is about.
    ...{ id, version: 0, words, number, category: code, kind: category.kind, urgency: category.urgency },
    protected: category.protected !== undefined,
    about: aboutOf(context.rules, category, item.place, { about: item.about }),
    ...{ limits: [], limitCount: 0, parts: [], former: [], ratings: [], children: [], whistles: [] },
    ...{ origin: item.id, question: null, gist: context.gistOf(words).slice(0, 6) },
    // What came with what is protected is not shown with a part that is not.
    ...(item.protected && category.protected === undefined && { photos: [] }),
  }
  // What the reporter wrote of it stays with the whole, and would go with that to whoever comes to have it.
  if (isGuardedMore(item, base) && !isHidden(item))
    return refuse(
      `“${category.name.zh}”不是经手的人都能看的：请把整件更正为这一类（已派单的请指挥中心），其他的再从中拆出`,
      `${category.name.en} is not for all who have a case in hand to read: correct the whole to it (the dispatcher does, once a unit has it), and split off the rest`,
    )
  if (isGuardedMore(item, base))
    return reportedAgain({ ...base, followers: [], state: 'reported', holder: item.accepting }, causes.split, context)
  const cause = causes.split
  const limits = limitsAfter(base, context, {
    begin: [{ step: 'solve', cause }, { step: 'resolve', cause, from: Temporal.Instant.from(item.reportedAt) }, ...dutyOf(base)],
  })
  const inSameHands = item.state === 'accepted'
  return {
    ...base,
    ...limits,
    state: 'accepted',
    holder: inSameHands ? item.holder : item.dispatchedBy,
    ...(inSameHands && item.takenBy && { takenBy: item.takenBy }),
  }
}

/** Under its number outside only the first is answered; and what kept that one out of the figures says nothing of a part. */
const ownOf = ({ outerId: _outerId, answeredOutside: _answeredOutside, excluded: _excluded, ...rest }: Known): Known => rest
