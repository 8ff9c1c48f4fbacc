import { sql } from 'kysely'
import type { Connection } from '../database/open.ts'
import { type Run, runsOf, wholeDays } from './days.ts'
import type { Counted, Frame, Metric } from './define.ts'
import { openLimits } from './limits.ts'
import { moment, named, namesOf } from './measure.ts'
import { ownOf, partsOf } from './parts.ts'
import { talliedDays } from './tallies.ts'

/**
 * What a metric counts, for the whole and, if asked, group by group. The whole is the sum of its groups; a median is none, and counted by
 * itself. In a transaction that reads what the asker sees; it also opens the time limits for counting. Tallies
 * that were kept by another `definition` (`definitionOf`) are not believed.
 */
export async function count(
  connection: Connection,
  metric: Metric,
  frame: Frame,
  definition: string,
): Promise<{ whole: Counted; groups: readonly Counted[] }> {
  await openLimits(connection)
  const groups = frame.by ? await selected(connection, metric, frame, definition) : []
  const [whole] =
    frame.by && metric.kind !== 'duration'
      ? [sumOf(groups)]
      : await selected(connection, metric, { ...frame, by: undefined }, definition)
  return { whole: countedOf(metric, whole ?? { group: '' }), groups: groups.map((group) => countedOf(metric, group)) }
}

function sumOf(groups: readonly Selected[]): Selected {
  const sums: Record<string, number> = {}
  for (const group of groups) for (const [name, sum] of Object.entries(group.sums ?? {})) sums[name] = (sums[name] ?? 0) + sum
  return { group: '', sums }
}

/** Days whose tallies change while they are read are read again; so often, then everything is counted from the items. */
const attempts = 3

async function selected(connection: Connection, metric: Metric, frame: Frame, definition: string): Promise<Selected[]> {
  const days = { source: metric.measure.of.name, definition, ...wholeDays(frame.window ?? {}) }
  const known = () => talliedDays(connection, frame.actor.district, days)
  for (let attempt = 0; isTallied(metric, frame) && attempt < attempts; attempt += 1) {
    const before = await known()
    const groups = await select(connection, metric, frame, runsOf(before.map(({ day }) => day)))
    if (JSON.stringify(await known()) === JSON.stringify(before)) return groups
  }
  return select(connection, metric, frame, [])
}

/** Whether tallies can tell it: the present shows in the items alone, and grids have no tallies of their own. */
const isTallied = (metric: Metric, frame: Frame): boolean =>
  !metric.present && ownOf(metric, frame).every((column) => typeof column === 'string')

interface Selected {
  group: string
  sums?: Record<string, number>
  value?: number | null
  number?: number
}

/** Counts what is settled and began on one of the days from their tallies, the rest from the items. */
async function select(connection: Connection, metric: Metric, frame: Frame, days: readonly Run[]): Promise<Selected[]> {
  const names = namesOf(metric.measure.rows(moment(frame.now), named(frame.actor.district)))
  const sums = names.flatMap((name, index) => [sql.lit(name), sql`coalesce(sum(${sql.id(`s${index}`)}), 0)::integer`])
  const told =
    names.length > 0
      ? sql`jsonb_build_object(${sql.join(sums)}) as sums`
      : sql`percentile_cont(${sql.lit(metric.share ?? 0.5)}) within group (order by given) as value, count(*)::integer as number`
  const { rows } = await sql<Selected>`select grp as "group", ${told}
    from (${sql.join(partsOf(metric, frame, days), sql` union all `)}) parts group by grp order by grp`.execute(connection)
  return rows
}

/** What the sums of a group are; nothing at all is nought, with noughts beside. */
function countedOf({ kind, besides = {} }: Metric, { group, sums = {}, value = null, number = 0 }: Selected): Counted {
  if (kind === 'duration') return { group, value, numerator: number, denominator: number }
  const { good = 0, due = 0, goodAll = 0, dueAll = 0 } = sums
  const beside = Object.fromEntries(Object.keys(besides).map((name) => [name, name === 'short' ? due - good : (sums[name] ?? 0)]))
  if (kind === 'ratio')
    return { group, numerator: good, denominator: due, withExcluded: { numerator: goodAll, denominator: dueAll }, beside }
  return { group, numerator: good, beside }
}
