import type { Change } from '#kernel/flow/command.ts'
import type { Limit } from '#kernel/flow/limits.ts'
import { isRefusal, noOccasion, type Refusal, refusal, refuse } from '#kernel/flow/refusal.ts'
import { moments, remaining } from '#kernel/time/limit.ts'
import { isWorkingTime, onSameClock, type Span } from '#kernel/time/span.ts'
import type { Words } from '#kernel/words.ts'
import type { Category } from '../catalogue/category.ts'
import { aboutOf, concernedAt } from '../concerning.ts'
import type { Correct } from '../contract/inputs.ts'
import type { Case, CaseIn, Known } from '../contract/item.ts'
import { known } from '../known.ts'
import { leadUnit } from '../leading.ts'
import { limitOf, limitsAfter, type Step, spanOf } from '../limits.ts'
import { accepting } from '../routing.ts'
import { type CaseContext, nameOf, type Rulebook } from '../rulebook.ts'
import { withFormer } from './accepting.ts'
import { reportedAgain } from './declining.ts'
import { sentTo } from './dispatching.ts'
import { comesInAnew, guardedAlong, isGuardedMore } from './guarding.ts'
import { inItsGrid } from './regridding.ts'
import { answerable } from './resolving.ts'

type Correctable = CaseIn<'reported' | 'accepted' | 'triage' | 'dispatched' | 'handling'>
/** What is paused, waits for somebody's word, or is over: it can still turn out to be what not all may read. */
type Later = CaseIn<
  'suspended' | 'ledger' | 'verifying' | 'contested' | 'resolved' | 'closed' | 'declined' | 'appealed' | 'withdrawn'
>

/**
 * 更正 of category, kind, urgency, place, or whom it is about: a new limit with its cause, and the case goes where it now belongs, by
 * a rule that is said. Before a unit has it, it is routed anew; afterwards the dispatcher's correction sends it to the right lead. A
 * lead that finds it is another's returns it: a correction is no way to pass a case on unseen. However far it has come, the dispatcher
 * guards it once it turns out to be protected, or about those who handle it.
 */
export function correct(
  told: Correctable | Later,
  input: Correct,
  context: CaseContext,
): Correctable | Change<Case, Correctable> | Refusal {
  const item = inItsGrid(told, context)
  const corrected = isCorrectable(item) ? correctedAlone(item, input, context) : guardedLater(item, input, context)
  if (isRefusal(corrected) || corrected.state !== 'reported' || !isGuardedMore(item, corrected)) return corrected
  return guardedAlong(corrected, input, context)
}

const causeOf = ({ words }: Correct): Words => ({ zh: `更正：${words}`, en: `corrected: ${words}` })

const isCorrectable = (item: Case): item is Correctable =>
  ['reported', 'accepted', 'triage', 'dispatched', 'handling'].includes(item.state)

/** Once it is paused, waits for somebody's word or is over, it is the dispatcher's to correct. */
export const isTheDispatchers = (item: Case, { actor }: CaseContext): Refusal | undefined =>
  isCorrectable(item) || actor.role === 'dispatcher'
    ? undefined
    : noOccasion('办到这一步，由指挥中心更正', 'at this point it is the dispatcher who corrects it')

/** A case with what is said of it now, before it goes anywhere; and the category it has by that. */
function asSaid<Item extends Correctable | Later>(
  item: Item,
  input: Correct,
  context: CaseContext,
): { next: Item; category: Category | undefined } | Refusal {
  const { rules, located } = context
  const category = rules.categories.get(input.category ?? item.category)
  if (input.category !== undefined && !category)
    return refusal('badInput', '没有这个类别，请从列表中选择', 'there is no such category')
  if (located && isRefusal(located)) return located
  if (input.place !== undefined && !located)
    return refusal('badInput', '没有找到这个地点，请重新选择', 'this place was not found')
  if (!input.category && !located && !input.kind && !input.urgency && !input.concerns?.length)
    return refuse('请写明更正什么', 'say what is to be corrected')
  if (input.kind && context.actor.role !== 'dispatcher' && wouldNeedNoProof(item, input.kind, rules))
    return refuse(
      '这类事项办结须有照片或核查，改为咨询、建议、表扬请指挥中心更正',
      'this takes a photo or a look once it is done: ask the dispatcher to make it a consultation, a suggestion or praise',
    )
  const corrected = {
    ...item,
    ...(input.category && category && { category: category.code, protected: category.protected !== undefined }),
    ...(input.kind && { kind: input.kind }),
    ...(input.urgency && { urgency: input.urgency }),
    ...(located && { place: located }),
  }
  const carried = located ? concernedAt(rules, item.place, item.about) : []
  const concerns = [...(input.concerns ?? []), ...carried]
  const about = aboutOf(rules, category ?? {}, corrected.place, { about: item.about, concerns })
  // As nobody joins what is protected, or about those who handle it, nobody goes on following it.
  return { next: { ...corrected, about, ...((corrected.protected || about.length > 0) && { followers: [] }) }, category }
}

function correctedAlone(item: Correctable, input: Correct, context: CaseContext): Correctable | Refusal {
  const said = asSaid(item, input, context)
  if (isRefusal(said)) return said
  const { next, category } = said
  const { rules } = context
  const cause = causeOf(input)
  // What turns out to need protection, or to be about those who have it, goes another way from its first step on.
  const another = next.protected !== item.protected || next.about.length > item.about.length
  const isUnits = item.state === 'dispatched' || item.state === 'handling'
  if (another && isUnits && context.actor.role !== 'dispatcher')
    return refuse(
      '已派单的事项涉及办理链条或须保护的，请指挥中心更正',
      'once a unit has it, the dispatcher corrects whom it is about, and whether it is protected',
    )
  if (item.state === 'reported' || another || liesElsewhere(item, next, context)) return takenInAgain(item, next, cause, context)
  const timed = timedAnew(item, next, cause, context)
  if (isRefusal(timed)) return timed
  if (timed.state !== 'dispatched' && timed.state !== 'handling') return timed
  return atRightLead(timed, category && leadUnit(rules, category, timed.place), category?.code !== item.category, context)
}

/** What turns out to be guarded comes in anew, however far it has come. */
function guardedLater(item: Later, input: Correct, context: CaseContext): CaseIn<'reported'> | Refusal {
  if (item.state === 'withdrawn' && item.continuedAs !== undefined)
    return refuse('它已作为新的事项接着办：请更正那一件', 'it goes on as another case: correct that one')
  const said = asSaid(item, input, context)
  if (isRefusal(said)) return said
  if (!isGuardedMore(item, said.next))
    return refuse(
      '办到这一步，只能更正为受保护的，或涉及办理链条的',
      'at this point it can only be corrected to what is protected, or to be about those who handle it',
    )
  return comesInAnew(item, said.next, causeOf(input), context)
}

/** Whether a case whose category asks for proof that it is done would come to be settled by an answer alone. */
function wouldNeedNoProof({ category, kind }: Known, next: Correctable['kind'], { categories }: Rulebook): boolean {
  const { photosWanted, verifiedOnSite } = categories.get(category) ?? {}
  return (photosWanted?.after || verifiedOnSite) === true && answerable.includes(next) && !answerable.includes(kind)
}

/** A case that is corrected before a unit has it comes in anew: to whoever it waits for already, on the clock that runs. */
function takenInAgain(item: Correctable, next: Correctable, cause: Words, context: CaseContext): CaseIn<'reported'> | Refusal {
  const again = reportedAgain(
    'lead' in item ? { ...next, former: [...new Set([...next.former, item.lead])] } : next,
    cause,
    context,
  )
  const [running, begun] = [limitOf(item, 'accept'), limitOf(again, 'accept')]
  const runsOn = running !== undefined && begun?.startsAt === running.startsAt
  // What a unit has had before is to be resolved by when it was: the clock that was set going is of the case, not of its place.
  const resolve = isGuardedMore(item, next) ? undefined : limitOf(item, 'resolve')
  const timed = resolve ? { ...again, ...resolvedBy(resolve, { item, next, again }, cause, context) } : again
  return (runsOn && movesOwn(running, begun, context)) || timed
}

/** A limit to resolve that runs on; where the category, kind or urgency is another, counted anew from where it began. */
function resolvedBy(
  resolve: Limit,
  { item, next, again }: { item: Correctable; next: Correctable; again: CaseIn<'reported'> },
  cause: Words,
  context: CaseContext,
): Pick<Known, 'limits' | 'limitCount'> {
  const { limits, limitCount } = again
  if (counted(next) === counted(item)) return { limits: [...limits, resolve], limitCount }
  return limitsAfter(again, context, { begin: [countedAnew(resolve, { item, next }, cause, context)] })
}

/**
 * A limit as another category, kind or urgency has it, from where it began. Of one that is what a pause left of the whole, as much is left
 * of the other.
 */
function countedAnew(
  running: Limit,
  { item, next }: { item: Correctable; next: Correctable },
  cause: Words,
  context: CaseContext,
) {
  const step: Step = running.step === 'solve' ? 'solve' : 'resolve'
  const from = Temporal.Instant.from(running.startsAt)
  const minutesOf = (span: Span) => remaining(context.calendar, from, moments(context.calendar, from, span).dueAt, span)
  const [usual, wanted] = [spanOf(item, step, context), spanOf(next, step, context)]
  const left = minutesOf(running.span) / minutesOf(usual)
  // What a platform outside shortened runs on its clock, and is shortened anew.
  if (left >= 1 || isWorkingTime(running.span) !== isWorkingTime(usual)) return { step, cause, from }
  return { step, cause, from, span: onSameClock(wanted, Math.max(1, Math.round(minutesOf(wanted) * left))) }
}

/** By what the length of a limit goes. */
const counted = ({ category, kind, urgency }: Correctable) => `${category} ${kind} ${urgency}`

/** Whoever keeps a limit does not make it longer: not a unit at all, and nobody once it is over. */
const movesOwn = (running: Limit, begun: Limit | undefined, { actor, now }: CaseContext): Refusal | undefined =>
  (begun?.dueAt ?? '') > running.dueAt &&
  actor.role !== 'dispatcher' &&
  (running.step === 'resolve' || running.dueAt <= now.toString())
    ? refuse('这样更正会推迟您的时限，请指挥中心更正', 'that would move your own limit on: ask the dispatcher to correct it')
    : undefined

/** Whether a corrected place is another post's to take in: only as long as no unit has the case. */
function liesElsewhere(item: Correctable, next: Correctable, context: CaseContext): boolean {
  if (item.place === next.place || (item.state !== 'accepted' && item.state !== 'triage')) return false
  if (item.state === 'triage') return item.place.community !== next.place.community || item.place.street !== next.place.street
  const { post } = accepting(context, next.place, {
    about: next.about,
    urgent: next.urgency === 'urgent',
    officeHours: context.officeHours,
    guarded: next.protected,
    regards: next.regards,
  })
  return post.role !== item.holder.role || post.unit !== item.holder.unit
}

/** The limit of the step that runs is counted anew, from where it began, as the corrected category, kind and urgency have it. */
function timedAnew(
  item: Correctable,
  next: Correctable,
  cause: { zh: string; en: string },
  context: CaseContext,
): Correctable | Refusal {
  const step: Step = item.state === 'accepted' ? 'solve' : 'resolve'
  const running = limitOf(item, step)
  if (!running || counted(next) === counted(item)) return next
  const limits = limitsAfter(next, context, { end: [step], begin: [countedAnew(running, { item, next }, cause, context)] })
  return movesOwn(running, limitOf(limits, step), context) ?? { ...next, ...limits }
}

/** A corrected category may be another unit's to lead. What was ruled stays where it was ruled to. */
function atRightLead(
  item: CaseIn<'dispatched' | 'handling'>,
  lead: string | undefined,
  changed: boolean,
  context: CaseContext,
): CaseIn<'dispatched' | 'handling'> | Refusal {
  const { rules, actor } = context
  if (!changed || lead === undefined || lead === item.lead || item.bound) return item
  // A unit of the one that the rule names is as right: it may have been passed on inside.
  if (rules.units.get(item.lead)?.parent === lead || rules.units.get(lead)?.parent === item.lead) return item
  if (actor.role !== 'dispatcher')
    return refuse(
      `更正后的类别由${nameOf(rules, lead)}主办，请退单并写明，或请指挥中心更正`,
      `that category is led by ${nameOf(rules, lead)}: return the case to it, or ask the dispatcher to correct it`,
    )
  const words = {
    zh: `类别更正，按类别规则由${nameOf(rules, lead)}主办`,
    en: `the category was corrected: ${nameOf(rules, lead)} leads by its rule`,
  }
  return sentTo(
    { ...withFormer({ ...item, ...known(item) }, item.lead), routedBy: words },
    item,
    { lead, bound: false, by: item.dispatchedBy, end: [] },
    context,
  )
}
