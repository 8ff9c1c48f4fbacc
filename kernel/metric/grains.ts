import { createHash } from 'node:crypto'
import { type RawBuilder, sql } from 'kysely'
import { newId } from '../database/ids.ts'
import { numberOf } from '../time/zone.ts'
import { gathered, type KnownDay, type Run, runsOf } from './days.ts'
import { type CellColumn, cellColumns } from './measure.ts'

/** What the tallies of a day or of a month are summed up to: by which columns, of fewer rows first; a row of any other column is of all. */
export const grains = {
  day: { of: 'day', by: [] },
  placeOfDay: { of: 'day', by: ['street', 'community'] },
  month: { of: 'month', by: [] },
  unit: { of: 'month', by: ['unit'] },
  place: { of: 'month', by: ['street', 'community'] },
  category: { of: 'month', by: ['category'] },
} as const satisfies Record<string, { of: 'day' | 'month'; by: readonly CellColumn[] }>
export type Grain = keyof typeof grains
const names = Object.keys(grains) as Grain[]

/** These grains, by a short name: others have another. */
const grainsName = createHash('sha256').update(JSON.stringify(grains)).digest('base64url').slice(0, 8)
const revisionAndGrains = sql`(revision::text || ${` ${grainsName} `})`

/** As what a day is noted, in `summed_by`, that is summed up: at its revision, by these grains, and which time it was, so that who reads meanwhile sees it. */
export const summedNow = (): RawBuilder<unknown> => sql`${revisionAndGrains} || ${newId()}`

/** That what a day was summed up to holds: its revision is that one still, and the grains were these. */
export const isSummed: RawBuilder<unknown> = sql`coalesce(starts_with(summed_by, ${revisionAndGrains}), false)`

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
  const [monthly, daily] = [grainOf('month', columns), grainOf('day', columns)]
  const byMonth = monthly ? Map.groupBy(known, ({ day }) => day.slice(0, 7)) : []
  const months = [...byMonth].flatMap(([month, days]) => {
    const [first, next] = [`${month}-01`, nextMonth(month)]
    const whole = first >= (bounds.from ?? '') && (bounds.to === undefined || next <= bounds.to)
    return whole && days.every(({ summed }) => summed) ? [{ month, from: numberOf(first), to: numberOf(next) }] : []
  })
  const told = new Set(months.map(({ month }) => month))
  const rest = known.filter(({ day, holds }) => holds && !told.has(day.slice(0, 7)))
  const [summed, others] = daily ? [rest.filter((day) => day.summed), rest.filter((day) => !day.summed)] : [[], rest]
  return [
    ...(months.length > 0 ? [{ ...(monthly && { grain: monthly }), runs: gathered(months) }] : []),
    ...sourceOf(summed, daily),
    ...sourceOf(others),
  ]
}

/** The grain of days or months that has these columns and the fewest rows, which comes first; nothing where none has them. */
const grainOf = (of: 'day' | 'month', columns: ReadonlySet<CellColumn>): Grain | undefined =>
  names.find((name) => {
    const grain: { of: string; by: readonly CellColumn[] } = grains[name]
    return grain.of === of && cellColumns.every((column) => !columns.has(column) || grain.by.includes(column))
  })

const sourceOf = (days: readonly KnownDay[], grain?: Grain): Source[] =>
  days.length > 0 ? [{ ...(grain && { grain }), runs: runsOf(days.map(({ day }) => day)) }] : []

/** The first day of the month after. */
export const nextMonth = (month: string) => `${Temporal.PlainYearMonth.from(month).add({ months: 1 })}-01`
