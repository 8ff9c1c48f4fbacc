import { type Refusal, refuse } from '#kernel/flow/refusal.ts'
import type { Post } from '#kernel/people/actor.ts'
import type { Case, CaseIn } from '../contract/item.ts'
import type { DeclineReason } from '../contract/terms.ts'
import { declineGrounds } from '../grounds.ts'
import { known, relieved } from '../known.ts'
import { causes, limitOf, limitsAfter } from '../limits.ts'
import { accepting } from '../routing.ts'
import { type CaseContext, dispatcherOf, supervisorOf } from '../rulebook.ts'
import { dutyOf, owesDuty } from './duty.ts'
import { askOutsideFirst, unanswered } from './outside.ts'
import { inItsGrid } from './regridding.ts'

/** 不予受理, proposed by the holder: the dispatcher rules on it. */
export function proposeDecline(
  item: CaseIn<'reported' | 'accepted' | 'triage'>,
  { reason, words }: { reason: DeclineReason; words: string },
  context: CaseContext,
): CaseIn<'contested'> {
  const limits = limitsAfter(item, context, {
    end: ['accept', 'solve', 'triage'],
    begin: [{ step: 'rule', cause: causes.contested }],
  })
  return {
    ...known(item),
    ...limits,
    state: 'contested',
    holder: dispatcherOf(context.rules),
    dispute: { why: 'decline', words, decline: reason },
  }
}

/** 不予受理 by the dispatcher: with its legal ground, and the right door for the resident. */
export function decline(
  item: CaseIn<'reported' | 'accepted' | 'triage' | 'contested'>,
  { reason, words, outside }: { reason: DeclineReason; words: string; outside?: string },
  context: CaseContext,
): CaseIn<'declined'> | Refusal {
  const refused = owesDuty(item) ?? askOutsideFirst(item, outside)
  if (refused) return refused
  const { ground, door } = declineGrounds[reason]
  const declined = {
    ...{ reason, ground: ground.zh, door: door.zh, words, at: context.now.toString() },
    ...(outside !== undefined && { outside }),
  }
  return {
    ...known(item),
    ...limitsAfter(item, context, { end: 'all' }),
    state: 'declined',
    decline: declined,
    final: item.appealed,
  }
}

/** How long somebody may appeal against being declined. */
const appealDays = 15

export function mayNotAppeal(item: CaseIn<'declined'>, { now }: CaseContext): Refusal | undefined {
  if (item.final || item.appealed)
    return refuse('已经复核过一次，可依法另行信访或起诉', 'it was reviewed once already: petition or sue as the law allows')
  if (Temporal.Instant.compare(now, Temporal.Instant.from(item.decline.at).add({ hours: 24 * appealDays })) > 0)
    return refuse('已超过 15 天申诉期', 'more than 15 days have passed')
}

/** 申诉: once, to the supervisor. */
export function appeal(item: CaseIn<'declined'>, { words }: { words: string }, context: CaseContext): CaseIn<'appealed'> {
  const base = { ...known(item), appealed: true }
  const limits = limitsAfter(base, context, { begin: [{ step: 'appeal', cause: causes.appealed }] })
  return {
    ...base,
    ...limits,
    state: 'appealed',
    holder: supervisorOf(context.rules),
    decline: item.decline,
    appeal: { words, at: context.now.toString() },
  }
}

/** The appeal is right: the report is taken up after all. */
export function uphold(item: CaseIn<'appealed'>, _: object, context: CaseContext): CaseIn<'reported'> {
  return reportedAgain(inItsGrid(item, context), causes.appealed, context)
}

export function reject(item: CaseIn<'appealed'>, _: object, context: CaseContext): CaseIn<'declined'> {
  return { ...known(item), ...limitsAfter(item, context, { end: 'all' }), state: 'declined', decline: item.decline, final: true }
}

/** A case on its way in once more, routed as it would be today. Where it waits with the same post as before, that post's clock runs on. */
export function reportedAgain(
  item: Parameters<typeof known>[0],
  cause: { zh: string; en: string },
  context: CaseContext,
  since = waitingSince(item),
): CaseIn<'reported'> {
  const base = { ...unanswered(known(item)), parts: relieved(item.parts) }
  const { officeHours } = context
  const routed = accepting(context, base.place, {
    about: base.about,
    urgent: base.urgency === 'urgent',
    officeHours,
    guarded: base.protected,
    regards: base.regards,
  })
  const from = since && isSame(since.post, routed.post) ? { from: Temporal.Instant.from(since.at) } : {}
  const limits = limitsAfter(base, context, { end: 'all', begin: [{ step: 'accept', cause, ...from }, ...dutyOf(base)] })
  return { ...base, ...limits, accepting: routed.post, routedBy: routed.words, state: 'reported', holder: routed.post }
}

interface Waiting {
  post: Post
  at: string
}

/** Who is to accept a case that nobody has taken yet, and since when. */
export function waitingSince(item: Case): Waiting | undefined {
  const accept = item.state === 'reported' ? limitOf(item, 'accept') : undefined
  return item.state === 'reported' && accept ? { post: item.holder, at: accept.startsAt } : undefined
}

const isSame = (one: Post, other: Post) => one.role === other.role && one.unit === other.unit
