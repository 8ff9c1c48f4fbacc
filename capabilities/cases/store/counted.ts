import { type RawBuilder, sql } from 'kysely'
import { moment } from '#kernel/metric/measure.ts'
import { caseMetrics } from '../metrics.ts'

/** What of a figure a list may be asked for: `responseRate.due`, or another of its sums; `short` is what is due and not good. */
export const Counts = { pattern: '^[a-zA-Z0-9]{1,40}\\.[a-zA-Z0-9]{1,40}$' }

/**
 * That a case is among those that a figure counts, by the figure's own measure, as of a moment: on `cases.cases c`. Of a figure that
 * counts rounds or limits, that one of them is. Nothing where there is no such figure or sum. The limits must be open (`openLimits`).
 */
export function countedIn(counts: string, now: Temporal.Instant): RawBuilder<unknown> | undefined {
  const [name, part = ''] = counts.split('.')
  const rows = caseMetrics.find((metric) => metric.name === name && !metric.present)?.measure.rows(moment(now))
  if (!rows || !('sums' in rows)) return undefined
  const { joined = sql``, where = sql`true`, sums } = rows
  const { due, good } = sums
  const isShort = part === 'short' && due && good
  const counted = isShort ? sql`(${due}) and not coalesce(${good}, false)` : Object.hasOwn(sums, part) ? sums[part] : undefined
  return counted && sql`exists (select from (select 1) one ${joined} where (${where}) and (${counted})::integer > 0)`
}
