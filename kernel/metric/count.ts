import { sql } from 'kysely'
import type { Connection } from '../database/open.ts'
import { type Refusal, refusal, thrown } from '../flow/refusal.ts'
import { type KnownDay, wholeDays } from './days.ts'
import { type Counted, type Frame, isOrdered, type Metric } from './define.ts'
import type { KeptBy } from './definition.ts'
import { type Source, sourcesOf } from './grains.ts'
import { knownDays } from './held.ts'
import { openLimits } from './limits.ts'
import { moment, named, namesOf } from './measure.ts'
import { atShare } from './ordered.ts'
import { columnsOf, countedSingly, itemsOf, ownOf, partsOf, type ToldFrom } from './parts.ts'

/** What a metric comes to, and if asked, group by group. */
export interface Told {
  metric: Metric
  whole: Counted
  groups: readonly Counted[]
}

/** What a metric counts (`countAll`). */
export async function count(connection: Connection, metric: Metric, frame: Frame, by: KeptBy): Promise<Told> {
  const [told] = await countAll(connection, [metric], frame, by)
  return told ?? { metric, whole: countedOf(metric, { group: '' }), groups: [] }
}

/**
 * What metrics count, each for the whole and, if asked, group by group. The whole is the sum of its groups; a median is none, and counted by
 * itself. All are of one window, or one alone is of the present, and of one table, which is read once for them all. In a transaction that
 * reads what the asker sees; it also opens the time limits for counting. What was kept by another definition
 * is not believed. Throws a refusal (`notNow`) where too many days of the window wait to be added up, so that counting would take a minute.
 */
export async function countAll(connection: Connection, metrics: readonly Metric[], frame: Frame, by: KeptBy): Promise<Told[]> {
  const [first] = metrics
  if (!first) return []
  if (metrics.some(({ measure, present }) => measure.of !== first.measure.of || (present === true && metrics.length > 1)))
    throw new Error('figures that are counted together are of one table, and none of the present')
  await openLimits(connection)
  const bounds = wholeDays(frame.window ?? {})
  const days = { source: first.measure.of.name, definition: by.definition, ...bounds }
  const known = () => knownDays(connection, frame.actor.district, days)
  if (isTallied(first, frame)) {
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      const before = await known()
      const sources = (of: Frame) => sourcesOf(before, columnsOf(first, of), bounds)
      const waiting = before.filter(({ holds }) => !holds).length
      if (waiting > fewDays && (await areMany(connection, first, frame, sources(frame)))) throw thrown(addedUp(waiting))
      const told = await selected(connection, metrics, frame, by, sources)
      if (areSame(before, await known())) return told
    }
    if (await areMany(connection, first, frame, [])) throw thrown(changing)
  }
  return selected(connection, metrics, frame, by, () => [])
}

/** So few days may wait for their tallies however much was reported on them: more do after an upgrade that changes what a figure is, or where years came in at once. */
const fewDays = 31
/** So many items are counted one by one; more of them would take seconds, and with their time limits a minute. */
const mostItems = 50_000

/** Whether so many items would be counted one by one beside what these sources tell. */
async function areMany(connection: Connection, metric: Metric, frame: Frame, sources: readonly Source[]): Promise<boolean> {
  const { rows } = await sql<{ items: number }>`${countedSingly(metric, frame, sources, mostItems)}`.execute(connection)
  return (rows[0]?.items ?? 0) >= mostItems
}

const addedUp = (waiting: number): Refusal =>
  refusal(
    'notNow',
    `这段时间里还有 ${waiting} 天的数字在汇总，先汇总近的：请过一会儿再看，或者看近一些的时间`,
    `${waiting} days of this time are still being added up, the latest first: look again in a while, or at a later time`,
  )

const changing = refusal(
  'notNow',
  '这段时间的数字正在变动，请再试一次',
  'what lies in this time is changing just now: try once more',
)

/** Days whose tallies change while they are read are read again; so often, then everything is counted from the items. */
const attempts = 3

const areSame = (some: readonly KnownDay[], others: readonly KnownDay[]): boolean =>
  JSON.stringify(some) === JSON.stringify(others)

/** Whether tallies can tell it: the present shows in the items alone, and grids have no tallies of their own. */
const isTallied = (metric: Metric, frame: Frame): boolean =>
  !metric.present && ownOf(metric, frame).every((column) => typeof column === 'string')

interface Selected {
  group: string
  sums?: Record<string, number> | null
  value?: number | null
  number?: number | null
}

/** Counts what is settled and began on one of the days that sources tell from these, the rest from the items: all in one statement. */
async function selected(
  connection: Connection,
  metrics: readonly Metric[],
  frame: Frame,
  by: KeptBy,
  sourcesFor: (of: Frame) => readonly Source[],
): Promise<Told[]> {
  const [first, ...others] = metrics
  if (!first) return []
  const told = (of: Frame) => ({ of, from: { sources: sourcesFor(of), by } })
  const grouped = told(frame)
  const all = frame.by ? told({ ...frame, by: undefined }) : grouped
  const asked = metrics.flatMap((metric) => [
    ...(frame.by ? [{ metric, ...grouped }] : []),
    ...(!frame.by || isOrdered(metric) ? [{ metric, ...all }] : []),
  ])
  const selects = asked.map(({ metric, of, from }, place) => selectOf(place, metric, of, from))
  const { rows } = await sql<Selected & { place: number }>`
    with ${itemsOf([first, ...others], frame, grouped.from)} ${sql.join(selects, sql` union all `)} order by place, "group"`.execute(
    connection,
  )
  const found = (metric: Metric, of: Frame) => {
    const place = asked.findIndex((one) => one.metric === metric && one.of === of)
    return rows.filter((row) => row.place === place)
  }
  return metrics.map((metric) => {
    const groups = frame.by ? found(metric, frame) : []
    const [every] = frame.by && !isOrdered(metric) ? [sumOf(groups)] : found(metric, all.of)
    return { metric, whole: countedOf(metric, every ?? { group: '' }), groups: groups.map((group) => countedOf(metric, group)) }
  })
}

function selectOf(place: number, metric: Metric, frame: Frame, from: ToldFrom) {
  const parts = partsOf(metric, frame, from)
  const names = namesOf(metric.measure.rows(moment(frame.now), named(frame.actor.district)))
  if (names.length === 0)
    return sql`select ${sql.lit(place)}::integer as place, grp as "group", null::jsonb as sums, value, number
      from (${atShare(metric.kind === 'highest' ? 1 : (metric.share ?? 0.5), parts)}) told`
  const sums = names.flatMap((name, index) => [sql.lit(name), sql`coalesce(sum(${sql.id(`s${index}`)}), 0)::integer`])
  return sql`select ${sql.lit(place)}::integer as place, grp as "group", jsonb_build_object(${sql.join(sums)}) as sums,
      null::double precision as value, null::integer as number
    from (${parts}) parts group by grp`
}

function sumOf(groups: readonly Selected[]): Selected {
  const sums: Record<string, number> = {}
  for (const group of groups) for (const [name, sum] of Object.entries(group.sums ?? {})) sums[name] = (sums[name] ?? 0) + sum
  return { group: '', sums }
}

/** What the sums of a group are; nothing at all is nought, with noughts beside. */
function countedOf(metric: Metric, { group, sums, value, number }: Selected): Counted {
  const { kind, besides = {} } = metric
  if (isOrdered(metric)) return { group, value: value ?? null, numerator: number ?? 0, denominator: number ?? 0 }
  const { good = 0, due = 0, goodAll = 0, dueAll = 0 } = sums ?? {}
  const beside = Object.fromEntries(
    Object.keys(besides).map((name) => [name, name === 'short' ? due - good : (sums?.[name] ?? 0)]),
  )
  if (kind === 'ratio')
    return { group, numerator: good, denominator: due, withExcluded: { numerator: goodAll, denominator: dueAll }, beside }
  return { group, numerator: good, beside }
}
