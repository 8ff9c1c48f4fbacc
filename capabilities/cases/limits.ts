import type { Limit } from '#kernel/flow/limits.ts'
import { nextDue, startLimit } from '#kernel/flow/limits.ts'
import type { Calendar } from '#kernel/time/calendar.ts'
import { moments } from '#kernel/time/limit.ts'
import type { Span } from '#kernel/time/span.ts'
import type { Words } from '#kernel/words.ts'
import { limitsOf } from './catalogue/category.ts'
import type { Known } from './contract/item.ts'
import type { CaseContext } from './rulebook.ts'

/** The steps of a case that have a time limit (`loop.md`). */
export type Step =
  | 'accept'
  | 'solve'
  | 'triage'
  | 'receive'
  | 'contact'
  | 'resolve'
  | 'part'
  | 'verify'
  | 'rule'
  | 'appeal'
  | 'extension'
  /** The duty to report what is protected to an authority. */
  | 'duty'
  /** The monthly word to the reporter of a case in the ledger. */
  | 'word'

/** The step whose limit runs while a case is worked on: by a unit, or by whoever took it in. */
export const workStep = ({ work }: { work?: unknown }): 'resolve' | 'solve' => (work === undefined ? 'solve' : 'resolve')

/** How long each step may take where the category says nothing else. Working time follows the district's calendar. */
const defaults: Record<Step, Span> = {
  accept: { workingHours: 2 },
  solve: { workingDays: 1 },
  triage: { workingHours: 4 },
  receive: { workingHours: 4 },
  contact: { workingDays: 1 },
  resolve: { workingDays: 5 },
  part: { workingDays: 2 },
  verify: { workingDays: 1 },
  rule: { workingHours: 4 },
  appeal: { workingDays: 2 },
  extension: { workingHours: 4 },
  word: { days: 30 },
  duty: { minutes: 120 },
}

/** A danger is accepted within half an hour, round the clock. */
const urgentAccept: Span = { minutes: 30 }

/** The span of a step for a case: by its category, kind and urgency. */
export function spanOf(
  { category: code, kind, urgency }: Pick<Known, 'category' | 'kind' | 'urgency'>,
  step: Step,
  { rules }: Pick<CaseContext, 'rules'>,
): Span {
  const category = rules.categories.get(code)
  const own = category && limitsOf(category, kind, urgency)
  if (step === 'accept') return urgency === 'urgent' ? urgentAccept : (own?.accept ?? defaults.accept)
  if (step === 'solve') return own?.solveOrDispatch ?? defaults.solve
  if (step === 'receive' || step === 'contact' || step === 'resolve') return own?.[step] ?? defaults[step]
  return defaults[step]
}

/** The steps that lead to the resolution, which whoever sent a case from outside waits for. */
const untilResolved: readonly Step[] = ['accept', 'solve', 'triage', 'receive', 'contact', 'resolve', 'part']

/** Kept of the time that the outside gives: for looking at what was done, and answering. Of less than two days, half. */
const reserveMinutes = 24 * 60

/**
 * The span with which a limit is due in time for the outside: its own, or where that is later, the time until the outer limit
 * less the reserve, round the clock. An outer limit that is over shortens nothing: what begins after it goes by our own.
 */
export function inTimeFor(outerDueAt: Temporal.Instant, calendar: Calendar, from: Temporal.Instant, span: Span): Span {
  const minutes = from.until(outerDueAt).total('minutes')
  const left = Math.floor(minutes - Math.min(reserveMinutes, minutes / 2))
  if (left < 1) return span
  const ours = moments(calendar, from, span).dueAt
  return Temporal.Instant.compare(ours, from.add({ minutes: left })) <= 0 ? span : { minutes: left }
}

interface Begin {
  step: Step
  cause: Words
  /** Where it is not the step's usual length: what was left after a pause, the length with an extension. */
  span?: Span
  /** Whose part, where several run at once. */
  unit?: string
  /** From when it counts, where that is not now: the first report, for what was split off. */
  from?: Temporal.Instant
}

/** Whether the law still wants it reported to an authority: it is protected, and was not. */
export const owesReport = ({ protected: guarded, authority }: Pick<Known, 'protected' | 'authority'>): boolean =>
  guarded && authority === undefined

/**
 * The limits of a case after some have ended and others begun. Ended ones stay in the record, unchanged. The duty to report waits for
 * no pause, plan or correction: of `all` it alone runs on, as long as it is owed.
 */
export function limitsAfter(
  item: Known,
  context: CaseContext,
  { end = [], begin = [] }: { end?: readonly Step[] | 'all'; begin?: readonly Begin[] },
): Pick<Known, 'limits' | 'limitCount'> {
  const running =
    end === 'all'
      ? item.limits.filter(({ step }) => step === 'duty' && owesReport(item))
      : item.limits.filter(({ step }) => !end.some((ended) => step === ended || step.startsWith(`${ended}:`)))
  const begun = begin.map(({ step, cause, span = spanOf(item, step, context), unit, from = context.now }, index): Limit => {
    const named = unit === undefined ? step : `${step}:${unit}`
    const inTime =
      item.outerDueAt !== undefined && untilResolved.includes(step)
        ? inTimeFor(Temporal.Instant.from(item.outerDueAt), context.calendar, from, span)
        : span
    return startLimit(context.calendar, from, {
      id: `${item.round}.${named}.${item.limitCount + index + 1}`,
      step: named,
      round: item.round,
      span: inTime,
      rule: `${item.category}@${context.rules.version}`,
      cause: inTime === span ? cause : forTheOutside(cause),
    })
  })
  return { limits: [...running, ...begun], limitCount: item.limitCount + begun.length }
}

/**
 * The limit of whoever holds the case that runs out first: what queues are sorted by. An assisting unit's part, and the answer
 * to an extension, are others' to keep.
 */
export const holdersLimit = ({ limits }: Pick<Known, 'limits'>): Limit | undefined =>
  nextDue(limits.filter(({ step }) => step !== 'extension' && !step.startsWith('part:')))

export const limitOf = ({ limits }: Pick<Known, 'limits'>, step: Step): Limit | undefined =>
  limits.find((limit) => limit.step === step)

const forTheOutside = ({ zh, en }: Words): Words => ({
  zh: `${zh}，按来文单位的时限提前`,
  en: `${en}; earlier, for the limit of whoever sent it`,
})

export const causes = {
  word: { zh: '每月向报单人说明一次', en: 'a word to the reporter each month' },
  reported: { zh: '报单', en: 'reported' },
  accepted: { zh: '承单', en: 'accepted' },
  escalated: { zh: '上报', en: 'escalated' },
  sentDown: { zh: '下派', en: 'sent down' },
  dispatched: { zh: '派单', en: 'dispatched' },
  received: { zh: '接单', en: 'received' },
  transferred: { zh: '转办，办结时限照走', en: 'transferred: the limit to resolve runs on' },
  returned: { zh: '退单', en: 'returned' },
  contested: { zh: '待裁定', en: 'contested' },
  ruled: { zh: '裁定', en: 'ruled' },
  extended: { zh: '延期', en: 'extended' },
  resumed: { zh: '恢复办理', en: 'resumed after a pause' },
  corrected: { zh: '更正', en: 'corrected' },
  reopened: { zh: '重办', en: 'a new round' },
  verifying: { zh: '待核查', en: 'to be looked at' },
  appealed: { zh: '申诉', en: 'appealed' },
  merged: { zh: '并案', en: 'merged' },
  unmerged: { zh: '撤销并案', en: 'unmerged' },
  split: { zh: '拆单，自首次报单起算', en: 'split: counted from the first report' },
} satisfies Record<string, Words>
