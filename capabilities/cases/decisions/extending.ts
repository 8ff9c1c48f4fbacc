import { type Refusal, refuse } from '#kernel/flow/refusal.ts'
import { reckoningOf } from '#kernel/time/calendar.ts'
import { lengthOf } from '#kernel/time/limit.ts'
import type { Span } from '#kernel/time/span.ts'
import type { CaseIn, Known } from '../contract/item.ts'
import { causes, limitOf, limitsAfter } from '../limits.ts'
import type { CaseContext } from '../rulebook.ts'

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
export function grantExtension(
  item: CaseIn<'handling'>,
  { outerDueAt }: { outerDueAt?: string },
  context: CaseContext,
): CaseIn<'handling'> | Refusal {
  const { extension, ...rest } = { ...item, ...(item.outerDueAt !== undefined && outerDueAt !== undefined && { outerDueAt }) }
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
  const limits = limitsAfter(rest, context, { end: ['extension', 'resolve'], begin: [begin] })
  if (isShortened(limits, begin.span))
    return refuse(
      '这件事是其他平台转来的，它的时限装不下这次延期：先向来源平台申请延期，再填写对方同意的新时限',
      'it came from another platform whose limit ends before: ask there for more time, and give the new limit that it agreed to',
    )
  const extended = { extensions: item.extensions + 1, extendedDays: item.extendedDays + extension.days }
  return { ...rest, ...limits, ...extended, everExtended: true }
}

export function refuseExtension(item: CaseIn<'handling'>, _: object, context: CaseContext): CaseIn<'handling'> {
  const { extension: _extension, ...rest } = item
  return { ...rest, ...limitsAfter(item, context, { end: ['extension'] }) }
}

/** Whether the limit to resolve came out otherwise than was granted: the outside waits only so long. */
const isShortened = ({ limits }: Pick<Known, 'limits'>, granted: Span): boolean =>
  JSON.stringify(limitOf({ limits }, 'resolve')?.span) !== JSON.stringify(granted)

/** A span longer by some working days, on its own clock. */
const longer = (span: Span, days: number, { calendar, now }: Pick<CaseContext, 'calendar' | 'now'>): Span =>
  'workingDays' in span
    ? { workingDays: span.workingDays + days }
    : 'workingHours' in span
      ? {
          workingHours:
            span.workingHours + lengthOf(reckoningOf(calendar), { workingDays: days }, now.epochMilliseconds) / 3_600_000,
        }
      : 'days' in span
        ? { days: span.days + days }
        : { minutes: span.minutes + days * 24 * 60 }
