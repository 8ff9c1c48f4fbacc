import { numberOf } from '../time/zone.ts'
import { gathered, type Run, runsOf } from './days.ts'
import type { KnownDay } from './held.ts'
import { type CellColumn, cellColumns } from './measure.ts'

/** By which columns the tallies of a month are summed up, and those of a single day; a row of any other column is of all. */
export const grains = {
  day: [],
  month: [],
  unit: ['unit'],
  place: ['street', 'community'],
  category: ['category'],
} as const satisfies Record<string, readonly CellColumn[]>
export type Grain = keyof typeof grains

/** What stands in a column that a grain leaves out. */
export const everywhere = '*'

/** Where some days are told from: the tallies themselves, or the sums of a grain. */
export interface Source {
  grain?: Grain
  runs: readonly Run[]
}

/**
 * From where to tell the days that are known, each from the coarsest that has these columns: whole months, then days, then tallies. A month
 * is told from its sums only if all that is known of it went into them, and it lies within the bounds from its first day to its last.
 */
export function sourcesOf(
  known: readonly KnownDay[],
  columns: ReadonlySet<CellColumn>,
  bounds: { from?: string; to?: string },
): Source[] {
  const grain = grainOf(columns)
  const holding = known.filter(({ holds }) => holds)
  if (!grain) return sourceOf(holding)
  const byMonth = Map.groupBy(known, ({ day }) => day.slice(0, 7))
  const months = [...byMonth].flatMap(([month, days]) => {
    const [first, next] = [`${month}-01`, nextMonth(month)]
    const whole = first >= (bounds.from ?? '') && (bounds.to === undefined || next <= bounds.to)
    return whole && days.every(({ summed }) => summed) ? [{ month, from: numberOf(first), to: numberOf(next) }] : []
  })
  const told = new Set(months.map(({ month }) => month))
  const rest = holding.filter(({ day }) => !told.has(day.slice(0, 7)))
  return [
    ...(months.length > 0 ? [{ grain, runs: gathered(months) }] : []),
    ...(grain === 'month'
      ? [
          ...sourceOf(
            rest.filter(({ summed }) => summed),
            'day',
          ),
          ...sourceOf(rest.filter(({ summed }) => !summed)),
        ]
      : sourceOf(rest)),
  ]
}

/** The grain of months that has these columns and the fewest rows; nothing where none has them. */
function grainOf(columns: ReadonlySet<CellColumn>): Grain | undefined {
  const fitting = (['month', 'unit', 'place', 'category'] as const).filter((grain) => {
    const has: readonly CellColumn[] = grains[grain]
    return cellColumns.every((column) => !columns.has(column) || has.includes(column))
  })
  return fitting[0]
}

const sourceOf = (days: readonly KnownDay[], grain?: Grain): Source[] =>
  days.length > 0 ? [{ ...(grain && { grain }), runs: runsOf(days.map(({ day }) => day)) }] : []

/** The first day of the month after. */
export const nextMonth = (month: string) => `${Temporal.PlainYearMonth.from(month).add({ months: 1 })}-01`
