import { sql } from 'kysely'
import type { Connection } from '../database/open.ts'
import type { Counted, Frame, Metric } from './define.ts'

/**
 * What a metric counts, for the whole and, if asked, group by group. The whole is counted by itself: a median is no sum. In a
 * transaction that reads what the asker sees; it also opens the time limits for counting (`kernel/metric/migrations`).
 */
export async function count(
  connection: Connection,
  metric: Metric,
  frame: Frame,
): Promise<{ whole: Counted; groups: readonly Counted[] }> {
  await sql.raw("set local app.counting = 'on'").execute(connection)
  const [whole] = await metric.query(connection, { ...frame, by: undefined })
  const groups = frame.by ? await metric.query(connection, frame) : []
  return { whole: whole ?? noneOf(metric), groups }
}

/** What a metric comes to where there is nothing at all. */
const noneOf = ({ kind, besides = {} }: Metric): Counted => ({
  group: '',
  numerator: 0,
  ...(kind !== 'count' && { denominator: 0 }),
  ...(kind === 'ratio' && { withExcluded: { numerator: 0, denominator: 0 } }),
  beside: Object.fromEntries(Object.keys(besides).map((name) => [name, 0])),
})
