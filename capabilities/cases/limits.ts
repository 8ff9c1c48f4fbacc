import type { Limit } from '#kernel/flow/limits.ts'
import { startLimit } from '#kernel/flow/limits.ts'
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

/** The limits of a case after some have ended and others begun. Ended ones stay in the record, unchanged. */
export function limitsAfter(
  item: Known,
  context: CaseContext,
  { end = [], begin = [] }: { end?: readonly Step[] | 'all'; begin?: readonly Begin[] },
): Pick<Known, 'limits' | 'limitCount'> {
  const running =
    end === 'all' ? [] : item.limits.filter(({ step }) => !end.some((ended) => step === ended || step.startsWith(`${ended}:`)))
  const begun = begin.map(
    ({ step, cause, span, unit, from }, index): Limit =>
      startLimit(context.calendar, from ?? context.now, {
        id: `${item.round}.${unit === undefined ? step : `${step}:${unit}`}.${item.limitCount + index + 1}`,
        step: unit === undefined ? step : `${step}:${unit}`,
        round: item.round,
        span: span ?? spanOf(item, step, context),
        rule: `${item.category}@${context.rules.version}`,
        cause,
      }),
  )
  return { limits: [...running, ...begun], limitCount: item.limitCount + begun.length }
}

export const limitOf = ({ limits }: Pick<Known, 'limits'>, step: Step): Limit | undefined =>
  limits.find((limit) => limit.step === step)

export const causes = {
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
  unmerged: { zh: '撤销并案', en: 'unmerged' },
  split: { zh: '拆单，自首次报单起算', en: 'split: counted from the first report' },
} satisfies Record<string, Words>
