import { type RawBuilder, sql } from 'kysely'
import { talliedMeasures } from '#kernel/metric/define.ts'
import { keptBy } from '#kernel/metric/definition.ts'
import { type Has, type Measure, moment, named, namesOf, tableFor } from '#kernel/metric/measure.ts'
import { caseMetrics } from '../metrics.ts'

/** What of a figure a list may be asked for: `responseRate.due`, or another of its sums; `short` is what is due and not good. */
export const Counts = { pattern: '^[a-zA-Z0-9]{1,40}\\.[a-zA-Z0-9]{1,40}$' }

/** What a figure counts: the table of cases `c` that it reads, what is joined to it, and the condition. */
export interface Counted {
  table: RawBuilder<unknown>
  joined: RawBuilder<unknown>
  condition: RawBuilder<unknown>
  /** What is kept of which measure tells where such cases lie, as of a moment: that some have these sums. */
  measure: Measure
  has: Has
  now: Temporal.Instant
}

/** How something must have been kept of cases to be believed. */
export const caseKeeping = keptBy(talliedMeasures(caseMetrics))

/**
 * The cases that a figure counts as this, by the figure's own measure, in a district, as of a moment; nothing where there is no such figure, or no such
 * sum of it. Of a figure that counts rounds or limits, a case comes once for each of them. The limits must be open (`openLimits`).
 */
export function countedBy(district: string, counts: string, now: Temporal.Instant): Counted | undefined {
  const [name, part = ''] = counts.split('.')
  const measure = caseMetrics.find((metric) => metric.name === name && !metric.present)?.measure
  const rows = measure?.rows(moment(now), named(district))
  if (!measure || !rows || !('sums' in rows)) return undefined
  const { joined = sql``, where = sql`true`, sums } = rows
  const { due, good } = sums
  const isShort = part === 'short' && due && good
  const times = isShort ? sql`(${due}) and not coalesce(${good}, false)` : Object.hasOwn(sums, part) ? sums[part] : undefined
  const has: Has = (of, before) => {
    const sum = (one: string) => sql`${of}[${sql.lit(before + namesOf(rows).indexOf(one) + 1)}]`
    return isShort ? sql`${sum('due')} > ${sum('good')}` : sql`${sum(part)} > 0`
  }
  if (!times) return undefined
  const condition = sql`(${where}) and (${times})::integer > 0`
  return { table: tableFor([measure], measure.of, district), joined, condition, measure, has, now }
}
