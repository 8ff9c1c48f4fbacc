import type { Limit } from '#kernel/flow/limits.ts'
import { type Refusal, refuse } from '#kernel/flow/refusal.ts'
import { remaining } from '#kernel/time/limit.ts'
import { onSameClock } from '#kernel/time/span.ts'
import { dayOf, endOf } from '#kernel/time/zone.ts'
import type { CaseIn } from '../contract/item.ts'
import { causes, limitOf, limitsAfter, spanOf } from '../limits.ts'
import type { CaseContext } from '../rulebook.ts'

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
  return {
    ...rest,
    ...limitsAfter(item, context, { end: 'all' }),
    pausedDays: (item.pausedDays ?? 0) + daysUntil(suspension.until, context.now),
    state: 'suspended',
    pause: { reason: suspension.reason, until: suspension.until, ...stoodStill(item, context) },
  }
}

/** What is left of the limits when a case stops being worked on, in minutes of each one's clock: nothing of what is over. */
export function stoodStill(item: CaseIn<'handling'>, { calendar, now }: CaseContext) {
  const minutes = ({ dueAt, span }: Limit) =>
    Math.max(0, Math.round(remaining(calendar, now, Temporal.Instant.from(dueAt), span)))
  const resolve = limitOf(item, 'resolve')
  const others = item.limits.filter(({ step }) => step === 'contact' || step.startsWith('part:'))
  return {
    leftMinutes: resolve ? minutes(resolve) : 0,
    left: Object.fromEntries(others.map((limit) => [limit.step, minutes(limit)])),
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
  const limits = limitsAfter(item, context, { begin: goingOn(item, pause, context) })
  return { ...rest, ...limits, state: 'handling' }
}

/**
 * What runs again once work resumes: the limit to resolve, the first contact, if there was none, and the parts that are not in yet. Of each as
 * much as was left; where that is not known, all of it.
 */
export function goingOn(
  item: CaseIn<'suspended' | 'ledger'>,
  { leftMinutes, left = {} }: { leftMinutes?: number; left?: Record<string, number> },
  context: CaseContext,
) {
  const again = (step: 'resolve' | 'contact' | 'part', minutes: number | undefined) => ({
    ...{ step, cause: causes.resumed },
    ...(minutes !== undefined && { span: onSameClock(spanOf(item, step, context), Math.max(1, minutes)) }),
  })
  const asked = item.parts.filter(({ state }) => state === 'asked' || state === 'received')
  return [
    again('resolve', leftMinutes),
    ...(item.contactedAt === undefined ? [again('contact', left.contact)] : []),
    ...asked.map(({ unit }) => ({ ...again('part', left[`part:${unit}`]), unit })),
  ]
}
