import { sql } from 'kysely'
import { defineMetric, type Frame, type Metric } from '#kernel/metric/define.ts'
import type { Countable } from '#kernel/metric/measure.ts'
import { ownColumns } from '#kernel/register/own.ts'
import { words } from '#kernel/words.ts'
import { isDone } from './store/filter.ts'

/** Errands, as `d`: all that there ever were. */
const countedErrands: Countable = {
  ...{ name: 'errands', as: 'd', from: sql`errands.errands d` },
  read: sql`d.id, d.state, d.kind, d.hours, d.street, d.community`,
  district: sql`d.district`,
  // Of all time: it has no moment that puts it into a window.
  at: sql`'-infinity'::timestamptz`,
  columns: { unit: sql`d.community`, street: sql`d.street`, community: sql`d.community`, category: sql`d.kind` },
  reach: sql`'all'`,
  own: Object.fromEntries(Object.entries(ownColumns).map(([role, column]) => [role, [column]])),
  settled: sql`false`,
  unsettled: sql`true`,
}

function rowsOf({ actor, by, street, community, category }: Frame, group: string): string {
  const own = ownColumns[actor.role]
  const filter = {
    done: 'true',
    ...(street !== undefined && { street }),
    ...(community !== undefined && { community }),
    ...(category !== undefined && { kind: category }),
    ...(own && actor.unit !== undefined && { [own]: actor.unit }),
    ...(group !== '' && (by === 'street' || by === 'community') && { [by]: group }),
    ...(group !== '' && by === 'category' && { kind: group }),
  }
  return `/api/errands?${new URLSearchParams(filter)}`
}

/** The figures of errands, by the names that the work brief calls them. */
export const errandMetrics: readonly Metric[] = [
  defineMetric({
    ...{ name: 'errands', label: words('累计帮办代办', 'errands done'), unit: words('件次', 'errands') },
    ...{ kind: 'count', present: true, roundedTo: 100 },
    definition: {
      formula: words('已办好、已确认和补录的代办件数', 'errands that are done, confirmed, or recorded afterwards'),
      window: words('到此刻为止', 'so far'),
      denominator: words('无', 'none'),
    },
    measure: {
      name: 'errands',
      of: countedErrands,
      rows: () => ({ where: isDone(sql`d.state`), sums: { good: sql`1` } }),
    },
    rows: rowsOf,
  }),
]

/** What errands saved residents: as many hours as the district assumes of each item. No brief tells an assumption. */
const hoursSaved = defineMetric({
  ...{ name: 'errandHours', label: words('估计为居民省的时间', 'time saved, as assumed'), unit: words('小时', 'hours') },
  ...{ kind: 'count', present: true },
  definition: {
    formula: words(
      '办成的每件，按事项目录里“估计省几小时”相加；是本区的估计，不是实测',
      'of each errand done, the hours that the catalogue assumes for its item, added up: an assumption, and not measured',
    ),
    window: words('到此刻为止', 'so far'),
    denominator: words('无', 'none'),
  },
  measure: {
    name: 'errandHours',
    of: countedErrands,
    rows: () => ({ where: isDone(sql`d.state`), sums: { good: sql`d.hours` } }),
  },
  rows: rowsOf,
})

/** What a desk reads above its table of errands: how many were done, and what that saved. */
export const errandFigures: readonly Metric[] = [...errandMetrics, hoursSaved]
