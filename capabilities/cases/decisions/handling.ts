import { type Refusal, refuse } from '#kernel/flow/refusal.ts'
import { type Actor, holds } from '#kernel/people/actor.ts'
import { reckoningOf } from '#kernel/time/calendar.ts'
import { lengthOf, remaining } from '#kernel/time/limit.ts'
import { onSameClock, type Span } from '#kernel/time/span.ts'
import { dayOf, endOf } from '#kernel/time/zone.ts'
import type { CaseIn } from '../contract/item.ts'
import type { Part } from '../contract/terms.ts'

import { causes, limitOf, limitsAfter, spanOf } from '../limits.ts'
import { type CaseContext, nameOf } from '../rulebook.ts'

type InHand = CaseIn<'dispatched' | 'handling'>

/** 首次联系: reaching the reporter ends that limit; three honest tries do too. */
export function contact<Item extends InHand>(item: Item, { reached }: { reached: boolean }, context: CaseContext): Item {
  const contactTries = item.contactTries + 1
  if (!reached && contactTries < 3) return { ...item, contactTries }
  const limits = limitsAfter(item, context, { end: ['contact'] })
  return { ...item, ...limits, contactTries, ...(item.contactedAt === undefined && { contactedAt: context.now.toString() }) }
}

const mine = (item: { parts: readonly Part[] }, actor: Actor, ...states: Part['state'][]) =>
  item.parts.find((part) => holds(actor, part.holder) && states.includes(part.state))

const withPart = <Item extends InHand>(item: Item, part: Part, changed: Partial<Part>): Item => ({
  ...item,
  parts: item.parts.map((one) => (one === part ? { ...part, ...changed } : one)),
})

export const nothingAskedOfMe = (item: InHand, { actor }: CaseContext): Refusal | undefined =>
  mine(item, actor, 'asked') ? undefined : noPart
export const nothingOpenForMe = (item: InHand, { actor }: CaseContext): Refusal | undefined =>
  mine(item, actor, 'asked', 'received') ? undefined : noPart
export const nobodyAssists = ({ parts }: InHand): Refusal | undefined =>
  parts.some(({ state }) => state === 'asked' || state === 'received')
    ? undefined
    : refuse('没有未完成的协办任务', 'no part of this case is open')

/** 协办接单: an assisting unit takes its own part. */
export function receivePart<Item extends InHand>(item: Item, _: object, { actor }: CaseContext): Item | Refusal {
  const part = mine(item, actor, 'asked')
  return part ? withPart(item, part, { state: 'received' }) : noPart
}

/** 协办反馈: it says what it did; its limit ends. */
export function contribute<Item extends InHand>(
  item: Item,
  { answer }: { answer: string },
  context: CaseContext,
): Item | Refusal {
  const part = mine(item, context.actor, 'asked', 'received')
  if (!part) return noPart
  return withoutPartLimit(withPart(item, part, { state: 'contributed', answer }), part.unit)
}

/** Frees an assisting unit of its part, so that a silent one cannot block for ever. */
export function relieve<Item extends InHand>(item: Item, { unit }: { unit: string }, { rules }: CaseContext): Item | Refusal {
  const part = item.parts.find((one) => one.unit === unit && (one.state === 'asked' || one.state === 'received'))
  if (!part) return refuse(`${nameOf(rules, unit)}没有未完成的协办任务`, `${unit} has no open part`)
  return withoutPartLimit(withPart(item, part, { state: 'relieved' }), unit)
}

const noPart = refuse('您的单位没有未完成的协办任务', 'your unit has no open part in this case')

const withoutPartLimit = <Item extends InHand>(item: Item, unit: string): Item => ({
  ...item,
  limits: item.limits.filter(({ step }) => step !== `part:${unit}`),
})

/** Of extensions: two a round at most, ten working days together, asked before the limit. */
const most = { extensions: 2, days: 10 }

export function mayNotExtend(item: CaseIn<'handling'>, { now }: CaseContext): Refusal | undefined {
  const limit = limitOf(item, 'resolve')
  if (item.extension) return refuse('已有一个延期申请在等答复', 'an extension is already asked for')
  if (item.extensions >= most.extensions || item.extendedDays >= most.days)
    return refuse(
      '本轮延期已用完（最多两次、合计 10 个工作日）',
      'no extension is left in this round (two, ten working days together)',
    )
  if (limit && limit.dueAt <= now.toString())
    return refuse('已过办结时限，不能再申请延期', 'the limit is over: an extension must be asked before')
}

export function askExtension(
  item: CaseIn<'handling'>,
  { days, reason }: { days: number; reason: string },
  context: CaseContext,
): CaseIn<'handling'> | Refusal {
  if (item.extendedDays + days > most.days)
    return refuse(
      `还可延期 ${most.days - item.extendedDays} 个工作日`,
      `${most.days - item.extendedDays} working days are left to extend by`,
    )
  const limits = limitsAfter(item, context, { begin: [{ step: 'extension', cause: { zh: '申请延期', en: 'extension asked' } }] })
  return { ...item, ...limits, extension: { days, reason, askedAt: context.now.toString() } }
}

export const noExtensionAsked = (item: CaseIn<'handling'>): Refusal | undefined =>
  item.extension ? undefined : refuse('没有待答复的延期申请', 'no extension is asked for')

/** The limit to resolve is counted anew from where it began, longer by the days granted. The old one stays in the record. */
export function grantExtension(item: CaseIn<'handling'>, _: object, context: CaseContext): CaseIn<'handling'> | Refusal {
  const { extension, ...rest } = item
  const limit = limitOf(item, 'resolve')
  if (!extension || !limit) return refuse('没有待答复的延期申请', 'no extension is asked for')
  const begin = {
    step: 'resolve' as const,
    span: longer(limit.span, extension.days, context),
    from: Temporal.Instant.from(limit.startsAt),
    cause: {
      zh: `${causes.extended.zh} ${extension.days} 个工作日：${extension.reason}`,
      en: `extended by ${extension.days} working days: ${extension.reason}`,
    },
  }
  const limits = limitsAfter(item, context, { end: ['extension', 'resolve'], begin: [begin] })
  return { ...rest, ...limits, extensions: item.extensions + 1, extendedDays: item.extendedDays + extension.days }
}

export function refuseExtension(item: CaseIn<'handling'>, _: object, context: CaseContext): CaseIn<'handling'> {
  const { extension: _extension, ...rest } = item
  return { ...rest, ...limitsAfter(item, context, { end: ['extension'] }) }
}

/** A span longer by some working days, on its own clock. */
const longer = (span: Span, days: number, { calendar }: Pick<CaseContext, 'calendar'>): Span =>
  'workingDays' in span
    ? { workingDays: span.workingDays + days }
    : 'workingHours' in span
      ? { workingHours: span.workingHours + lengthOf(reckoningOf(calendar), { workingDays: days }) / 3_600_000 }
      : 'days' in span
        ? { days: span.days + days }
        : { minutes: span.minutes + days * 24 * 60 }

/** How long a pause may be, a round. */
const longestPause = 30

export function askSuspension(
  item: CaseIn<'handling'>,
  { reason, until, words }: { reason: NonNullable<CaseIn<'handling'>['suspension']>['reason']; until: string; words: string },
  { now }: CaseContext,
): CaseIn<'handling'> | Refusal {
  const left = longestPause - (item.pausedDays ?? 0)
  const last = Temporal.PlainDate.from(dayOf(now)).add({ days: left }).toString()
  if (until <= dayOf(now)) return refuse('恢复日期须在今天以后', 'the day on which it goes on must be after today')
  if (until > last)
    return refuse(
      `本轮最多挂起 ${longestPause} 天，还可挂起 ${left} 天（到 ${last}）`,
      `pauses last ${longestPause} days a round at most: ${left} are left (until ${last})`,
    )
  return { ...item, suspension: { reason, until, words, askedAt: now.toString() } }
}

export const noSuspensionAsked = (item: CaseIn<'handling'>): Refusal | undefined =>
  item.suspension ? undefined : refuse('没有待答复的挂起申请', 'no pause is asked for')

/** 挂起: the clocks stand still; what was left of the limit to resolve runs on from the day on which work resumes. */
export function grantSuspension(item: CaseIn<'handling'>, _: object, context: CaseContext): CaseIn<'suspended'> | Refusal {
  const { suspension, extension: _extension, ledgerAsked: _ledgerAsked, state: _state, ...rest } = item
  if (!suspension) return refuse('没有待答复的挂起申请', 'no pause is asked for')
  const limit = limitOf(item, 'resolve')
  const leftMinutes = limit
    ? Math.max(0, Math.round(remaining(context.calendar, context.now, Temporal.Instant.from(limit.dueAt), limit.span)))
    : 0
  return {
    ...rest,
    ...limitsAfter(item, context, { end: 'all' }),
    pausedDays: (item.pausedDays ?? 0) + daysUntil(suspension.until, context.now),
    state: 'suspended',
    pause: { reason: suspension.reason, until: suspension.until, leftMinutes },
  }
}

const daysUntil = (day: string, now: Temporal.Instant): number =>
  Math.max(0, Temporal.PlainDate.from(dayOf(now)).until(day, { largestUnit: 'day' }).days)

export function refuseSuspension(item: CaseIn<'handling'>): CaseIn<'handling'> {
  const { suspension: _suspension, ...rest } = item
  return rest
}

/** The moment at which a pause ends by itself: when its last day is over. */
export const resumesAt = ({ pause }: CaseIn<'suspended'>): Temporal.Instant => endOf(pause.until)

export function resume(item: CaseIn<'suspended'>, _: object, context: CaseContext): CaseIn<'handling'> {
  const { pause, state: _state, ...rest } = item
  const span = onSameClock(spanOf(item, 'resolve', context), Math.max(1, pause.leftMinutes))
  const limits = limitsAfter(item, context, { begin: [{ step: 'resolve', span, cause: causes.resumed }, ...goingOn(item)] })
  return { ...rest, ...limits, state: 'handling' }
}

/** What else runs again once work resumes: the first contact, if there was none, and the parts that are not in yet. */
const goingOn = ({ parts, contactedAt }: CaseIn<'suspended' | 'ledger'>) => [
  ...(contactedAt === undefined ? [{ step: 'contact' as const, cause: causes.resumed }] : []),
  ...parts
    .filter(({ state }) => state === 'asked' || state === 'received')
    .map(({ unit }) => ({ step: 'part' as const, unit, cause: causes.resumed })),
]

/** 挂账: for what history left behind. It has a named leader and a plan, and counts as unsolved. */
export function askLedger(item: CaseIn<'handling'>, { missing, plan }: { missing: string; plan: string }): CaseIn<'handling'> {
  return { ...item, ledgerAsked: { missing, plan } }
}

export function enterLedger(
  item: CaseIn<'handling'>,
  ledger: { leader: string; plan: string; missing: string },
  context: CaseContext,
): CaseIn<'ledger'> | Refusal {
  const { extension: _extension, suspension: _suspension, ledgerAsked, state: _state, ...rest } = item
  if (!ledgerAsked) return refuse('须由主办单位先申请挂账', 'the lead must ask for it first')
  return {
    ...rest,
    ...limitsAfter(item, context, { end: 'all' }),
    state: 'ledger',
    ledger: { ...ledger, since: context.now.toString() },
  }
}

export function leaveLedger(item: CaseIn<'ledger'>, _: object, context: CaseContext): CaseIn<'handling'> {
  const { ledger: _ledger, state: _state, ...rest } = item
  return {
    ...rest,
    ...limitsAfter(item, context, { begin: [{ step: 'resolve', cause: causes.resumed }, ...goingOn(item)] }),
    state: 'handling',
  }
}
