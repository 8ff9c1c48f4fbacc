import type { Connection } from '../database/open.ts'
import type { Actor } from '../people/actor.ts'
import { namesAt } from '../place/store/find.ts'
import { zone } from '../time/zone.ts'
import { type Words, words } from '../words.ts'
import { nowhere, nowhereWords } from './contract/nowhere.ts'
import { countAll } from './count.ts'
import type { Counted, Frame, Metric } from './define.ts'
import type { KeptBy } from './definition.ts'
import { type Figure, fewest, figureOf, figuresOf } from './figure.ts'

/** By what a month's report has its lines. Never by people: there is no such grouping. */
export const lineKinds = ['unit', 'street', 'community'] as const
export type LineKind = (typeof lineKinds)[number]

export interface Monthly {
  /** The figures of everything, in the order of the metrics; and those of each unit or place. */
  whole: Figure[]
  lines: { code: string; name: Words; figures: Figure[] }[]
}

/** The month before the one that is now, `2026-10`. */
export const lastMonth = (now: Temporal.Instant): string =>
  now.toZonedDateTimeISO(zone).toPlainDate().toPlainYearMonth().subtract({ months: 1 }).toString()

/** A month as a window: from its first moment to the first after it, by the clock of the place. */
export function windowOf(month: string) {
  const first = Temporal.PlainYearMonth.from(month).toPlainDate({ day: 1 })
  const begins = (day: Temporal.PlainDate) => day.toZonedDateTime(zone).toInstant()
  return { from: begins(first), to: begins(first.add({ months: 1 })) }
}

/**
 * The report of a month (工作月报): every figure of the cases reported in it, for everything that the asker counts and line by line,
 * in the order of codes. A rate of fewer than five cases is none: their number stands in its place.
 */
export async function monthly(
  connection: Connection,
  metrics: readonly Metric[],
  { actor, now, month, by }: { actor: Actor; now: Temporal.Instant; month: string; by: LineKind },
  kept: KeptBy,
): Promise<Monthly> {
  const frame: Frame = { actor, now, window: windowOf(month), by }
  const told = await countAll(connection, metrics, frame, kept)
  const columns = told.map(({ metric, whole, groups }) => {
    const figures = figuresOf(metric, frame, groups)
    const counted = new Map(groups.map((one) => [one.group, one]))
    return {
      whole: figureOf(metric, { ...frame, by: undefined }, whole),
      lines: new Map(figures.map(({ group, ...figure }) => [group, enough(metric, figure, counted.get(group))])),
    }
  })
  const codes = [...new Set(columns.flatMap(({ lines }) => [...lines.keys()]))].sort()
  const names = await namesAt(connection, actor.district, codes, now.toZonedDateTimeISO(zone).toPlainDate().toString())
  const none: Figure = { value: null, numerator: null, denominator: null, beside: {}, hidden: false }
  const lines = codes.map((code) => {
    const name = names.get(code)
    return {
      code,
      name: code === nowhere ? nowhereWords(by) : words(name ?? code, name ?? code),
      figures: columns.map(
        ({ lines: column }, index) => column.get(code) ?? { ...none, ...(metrics[index]?.kind === 'count' && { value: 0 }) },
      ),
    }
  })
  return { whole: columns.map(({ whole }) => whole), lines }
}

/** A figure as a month's line shows it: no rate, no median of a handful. */
function enough({ kind }: Metric, figure: Figure, counted: Counted | undefined): Figure {
  const size = counted?.denominator ?? 0
  if (kind === 'count' || figure.hidden || size === 0 || size >= fewest) return figure
  const { withExcluded: _, ...rest } = figure
  return {
    ...rest,
    value: null,
    numerator: null,
    denominator: size,
    note: words(`不足 ${fewest} 件，不计算`, `fewer than ${fewest}: not reckoned`),
  }
}
