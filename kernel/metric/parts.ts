import { type RawBuilder, sql } from 'kysely'
import { roles } from '../people/roles.ts'
import { isoDay, zone } from '../time/zone.ts'
import { nowhere } from './contract/nowhere.ts'
import { gathered, type Run, type Stretch, without } from './days.ts'
import type { Frame, Metric } from './define.ts'
import type { KeptBy } from './definition.ts'
import type { Source } from './grains.ts'
import { type CellColumn, cellColumns, moment, named, namesOf, readFor, tableFor } from './measure.ts'
import { areItems, type CountedItems, holdsFor } from './unsettled.ts'

type Columns = Record<CellColumn, RawBuilder<unknown>>

const and = sql` and `
const oneOf = (conditions: readonly RawBuilder<unknown>[]) => sql`(${sql.join(conditions, sql` or `)})`

/** From where what is settled is told, and by which definition it was kept. */
export interface ToldFrom {
  sources: readonly Source[]
  by: KeptBy
}

/**
 * The items of metrics of one table that a frame is about, for a `with`: those that no source tells of. Each is read once, however many numbers, or metrics, are
 * told from it: that it has an offset keeps it from being taken apart again. Beside them, where sources tell of others, as `unsettled` what is kept of those
 * that are not settled, of which then only those are among the items of which nothing is.
 */
export function itemsOf(metrics: readonly [Metric, ...Metric[]], frame: Frame, { sources, by }: ToldFrom): RawBuilder<unknown> {
  const [metric] = metrics
  const { of } = metric.measure
  const measures = metrics.map(({ measure }) => measure)
  const [read, table] = [readFor(measures, of), tableFor(measures, of, frame.actor.district)]
  const untold = settledBeside(metric, frame, sources)
  const kept = keptItems(metric, sources)
  // At present only what is not settled counts.
  const some: readonly (readonly RawBuilder<unknown>[])[] =
    metric.present || sources.length > 0
      ? [
          [of.unsettled, ...(kept ? [sql`${kept.item.id} in (select u.item from unsettled u where u.sums is null)`] : [])],
          ...(metric.present || !untold ? [] : [[untold]]),
        ]
      : [[]]
  const conditions = conditionsOf(metric, frame)
  const selects = some.map((more) => sql`select ${read} from ${table} where ${sql.join([...conditions, ...more], and)}`)
  const items = sql`${sql.id(of.as)} as (${sql.join(selects, sql` union all `)} offset 0)`
  if (!kept) return items
  const summed = sumsOfUnsettled(metrics, frame, by)
  return sql`${unsettledOf(kept, frame, by, [...conditions, of.unsettled])}, ${summed ? sql`${summed}, ` : sql``}${items}`
}

/** That an item is one that a frame is about. */
function conditionsOf(metric: Metric, frame: Frame): RawBuilder<unknown>[] {
  const { of } = metric.measure
  const own = ownOf(metric, frame).map((column) => (typeof column === 'string' ? of.columns[column] : column))
  return [
    sql`${of.district} = ${frame.actor.district}`,
    ...mine(frame, own, of.reach),
    ...within(metric, frame.window ?? {}),
    ...asked(frame, of.columns),
  ]
}

/** That an item is settled, and of the time in the window that no source tells of; nothing where sources tell of it all. */
function settledBeside(metric: Metric, frame: Frame, sources: readonly Source[]): RawBuilder<unknown> | undefined {
  const rest = without(frame.window ?? {}, gathered(sources.flatMap(({ runs }) => runs)))
  return rest.length === 0
    ? undefined
    : sql`${metric.measure.of.settled} and ${oneOf(rest.map((stretch) => sql.join([sql`true`, ...within(metric, stretch)], and)))}`
}

/** How many settled items would be counted one by one beside what sources tell, as `items`: so many at most. */
export function countedSingly(metric: Metric, frame: Frame, sources: readonly Source[], most: number): RawBuilder<unknown> {
  const untold = settledBeside(metric, frame, sources) ?? sql`false`
  return sql`select count(*)::integer as items
    from (select 1 from ${metric.measure.of.from} where ${sql.join([...conditionsOf(metric, frame), untold], and)} limit ${most}) items`
}

/** The items that are not settled, each once, with what is kept of it. */
function unsettledOf(
  of: CountedItems,
  { actor: { district }, now }: Frame,
  by: KeptBy,
  conditions: readonly RawBuilder<unknown>[],
) {
  const columns = cellColumns.map((name) => sql`coalesce(${of.columns[name]}, ${sql.lit(nowhere)}) as ${sql.id(name)}`)
  return sql`unsettled as materialized (select ${of.item.id} as item, ${sql.join(columns)}, (${of.at} at time zone ${sql.lit(zone)})::date as day, k.sums, k.given
    from ${of.from} left join metric.unsettled k on ${holdsFor(of, { district, by, now })} where ${sql.join(conditions, and)})`
}

/** What is kept of the unsettled, added up for all metrics at once: each number under its position there. */
function sumsOfUnsettled(metrics: readonly Metric[], frame: Frame, by: KeptBy): RawBuilder<unknown> | undefined {
  const positions = new Set(metrics.flatMap((metric) => positionsOf(metric, frame, by)))
  if (positions.size === 0) return undefined
  const sums = [...positions].map((position) => sql`sum(t.sums[${sql.lit(position)}])::integer as ${numbered(position)}`)
  return sql`unsettled_sums as materialized (select ${groupOf(frame)} as grp, ${sql.join(sums)} from unsettled t group by 1)`
}

/** Where in what is kept of an item stand how many rows a metric added up, and then its numbers; nowhere for one that adds nothing up. */
function positionsOf({ measure }: Metric, frame: Frame, { before }: KeptBy): number[] {
  const first = before.get(measure.name)
  const names = namesOf(measure.rows(moment(frame.now), named(frame.actor.district)))
  return first === undefined ? [] : [first, ...names.map((_, index) => first + index + 1)]
}

const numbered = (position: number) => sql.id(`k${position}`)

/** The items of which what is kept of the unsettled is told, beside what sources tell; none where sources tell nothing. */
const keptItems = ({ present, measure: { of } }: Metric, sources: readonly Source[]): CountedItems | undefined =>
  !present && sources.length > 0 && areItems(of) ? of : undefined

/**
 * What a metric adds up or orders for a frame, as a select of `grp` and `s0`, `s1` … or `given`, an array in order: from items, and from what is kept of others
 * (`itemsOf`), and from sources.
 */
export function partsOf(metric: Metric, frame: Frame, { sources, by }: ToldFrom): RawBuilder<unknown> {
  const parts = [
    ofItems(metric, frame),
    ...(keptItems(metric, sources) ? [ofKept(metric, frame, by)] : []),
    ...sources.map((source) => ofTallies(metric, frame, source)),
  ]
  return sql.join(parts, sql` union all `)
}

function ofItems(metric: Metric, frame: Frame): RawBuilder<unknown> {
  const { of, rows: rowsAt } = metric.measure
  const rows = rowsAt(moment(frame.now), named(frame.actor.district))
  const given =
    'sums' in rows
      ? Object.values(rows.sums).map((sum, index) => sql`(${sum})::integer as ${sql.id(`s${index}`)}`)
      : [sql`array[(${rows.value})::double precision] as given`]
  const group = {
    ...of.columns,
    month: sql`to_char(${of.at} at time zone ${sql.lit(zone)}, 'YYYY-MM')`,
  }
  const grp = frame.by ? sql`coalesce(${group[frame.by]}, ${sql.lit(nowhere)})` : sql`''`
  // The district stands here as it was given, so that a cluster sees that whatever is joined lies in the same place.
  const items = sql`(select ${frame.actor.district}::text as district, i.* from ${sql.id(of.as)} i) ${sql.id(of.as)}`
  const where = rows.where ? sql`where ${rows.where}` : sql``
  return sql`select ${grp} as grp, ${sql.join(given)} from ${items} ${rows.joined ?? sql``} ${where}`
}

const cells: Columns = {
  unit: sql`t.unit`,
  street: sql`t.street`,
  community: sql`t.community`,
  category: sql`t.category`,
}

/** The columns by which a frame has to tell cells apart. */
export function columnsOf(metric: Metric, frame: Frame): Set<CellColumn> {
  const own = ownOf(metric, frame).filter((column) => typeof column === 'string')
  const values = valuesOf(frame)
  const by = frame.by && frame.by !== 'month' ? [frame.by] : []
  return new Set([...own, ...by, ...cellColumns.filter((name) => values[name] !== undefined)])
}

/** By what a row `t` of cells is grouped. */
function groupOf({ by }: Frame): RawBuilder<unknown> {
  if (!by) return sql`''`
  return by === 'month' ? sql`to_char(t.day, 'YYYY-MM')` : cells[by]
}

function ofKept(metric: Metric, frame: Frame, by: KeptBy): RawBuilder<unknown> {
  const [rows, ...numbers] = positionsOf(metric, frame, by)
  if (rows !== undefined)
    return sql`select t.grp, ${sql.join(numbers.map((position) => sql`t.${numbered(position)}`))} from unsettled_sums t where t.${numbered(rows)} > 0`
  const given = sql`t.given->${sql.lit(metric.measure.name)}`
  return sql`select ${groupOf(frame)} as grp, array(select jsonb_array_elements_text(${given})::double precision) from unsettled t
    where ${given} <> '[]'`
}

function ofTallies(metric: Metric, frame: Frame, { grain, runs }: Source): RawBuilder<unknown> {
  const own = ownOf(metric, frame).flatMap((column) => (typeof column === 'string' ? [cells[column]] : []))
  const conditions = [
    sql`t.district = ${frame.actor.district}`,
    sql`t.measure = ${metric.measure.name}`,
    ...(grain ? [sql`t.grain = ${sql.lit(grain)}`] : []),
    grain ? oneOf(runs.map(between)) : sql`t.day = any (${runs.flatMap(daysOf)}::date[])`,
    ...mine(frame, own, sql`t.reach`),
    ...asked(frame, cells),
  ]
  // Of tallies each day has its own entry in the index, where a unit stands right behind it.
  const table = grain ? sql`metric.sums` : sql`metric.tallies`
  const names = namesOf(metric.measure.rows(moment(frame.now), named(frame.actor.district)))
  const given = names.length > 0 ? names.map((_, index) => sql`t.sums[${sql.lit(index + 1)}]`) : [sql`t.given`]
  return sql`select ${groupOf(frame)} as grp, ${sql.join(given)} from ${table} t where ${sql.join(conditions, and)}`
}

const between = ({ from, to }: Run) => sql`t.day >= ${isoDay(from)}::date and t.day < ${isoDay(to)}::date`
const daysOf = ({ from, to }: Run) => Array.from({ length: to - from }, (_, place) => isoDay(from + place))

/** The columns that name the asker's unit where their post counts its own alone; nothing where it counts the district. */
export const ownOf = ({ measure }: Metric, { actor: { role } }: Frame) =>
  roles[role].sees === 'district' ? [] : (measure.of.own[role] ?? [])

/** Of whom figures are told: the asker's own, and without what is about the chain itself or protected; all to the district. */
function mine({ actor: { role, unit = '' } }: Frame, own: readonly RawBuilder<unknown>[], reach: RawBuilder<unknown>) {
  if (roles[role].sees === 'district') return []
  return [own.length > 0 ? oneOf(own.map((column) => sql`${column} = ${unit}`)) : sql`false`, sql`${reach} = 'all'`]
}

const within = ({ measure: { of } }: Metric, { from, to }: Stretch) => [
  ...(from ? [sql`${of.at} >= ${moment(from)}`] : []),
  ...(to ? [sql`${of.at} < ${moment(to)}`] : []),
]

const valuesOf = ({ lead, street, community, category }: Frame): Record<CellColumn, string | undefined> => ({
  ...{ unit: lead, street, community, category },
})

function asked(frame: Frame, columns: Columns): RawBuilder<unknown>[] {
  const values = valuesOf(frame)
  return cellColumns.flatMap((name) => (values[name] === undefined ? [] : [sql`${columns[name]} = ${values[name]}`]))
}
