import { type RawBuilder, sql } from 'kysely'
import { roles } from '../people/roles.ts'
import { isoDay, zone } from '../time/zone.ts'
import { type Run, type Stretch, without } from './days.ts'
import type { Frame, Metric } from './define.ts'
import { type CellColumn, cellColumns, moment, named, namesOf, nowhere } from './measure.ts'

type Columns = Record<CellColumn, RawBuilder<unknown>>

/** What a metric adds up or orders for a frame, as selects of `grp` and `s0`, `s1` … or `given`: from items, and from tallies. */
export function partsOf(metric: Metric, frame: Frame, tallied: readonly Run[]): RawBuilder<unknown>[] {
  const { settled, unsettled } = metric.measure.of
  // At present only what is not settled counts.
  if (metric.present) return [ofItems(metric, frame, [unsettled])]
  if (tallied.length === 0) return [ofItems(metric, frame, [])]
  const rest = without(frame.window ?? {}, tallied)
  return [
    ofItems(metric, frame, [unsettled]),
    ...(rest.length > 0
      ? [ofItems(metric, frame, [settled, oneOf(rest.map((window) => sql.join(within(metric, window), and)))])]
      : []),
    ofTallies(metric, frame, tallied),
  ]
}

const and = sql` and `
const oneOf = (conditions: readonly RawBuilder<unknown>[]) => sql`(${sql.join(conditions, sql` or `)})`

function ofItems(metric: Metric, frame: Frame, more: readonly RawBuilder<unknown>[]): RawBuilder<unknown> {
  const { of, rows: rowsAt } = metric.measure
  const rows = rowsAt(moment(frame.now), named(frame.actor.district))
  const given =
    'sums' in rows
      ? Object.values(rows.sums).map((sum, index) => sql`(${sum})::integer as ${sql.id(`s${index}`)}`)
      : [sql`${rows.value} as given`]
  const group = {
    ...of.columns,
    month: sql`to_char(${of.at} at time zone ${sql.lit(zone)}, 'YYYY-MM')`,
  }
  const grp = frame.by ? sql`coalesce(${group[frame.by]}, ${sql.lit(nowhere)})` : sql`''`
  const own = ownOf(metric, frame).map((column) => (typeof column === 'string' ? of.columns[column] : column))
  const conditions = [
    sql`${of.district} = ${frame.actor.district}`,
    ...mine(frame, own, of.reach),
    ...within(metric, frame.window ?? {}),
    ...asked(frame, of.columns),
    ...(rows.where ? [rows.where] : []),
    ...more,
  ]
  return sql`select ${grp} as grp, ${sql.join(given)} from ${of.from} ${rows.joined ?? sql``} where ${sql.join(conditions, and)}`
}

const cells: Columns = {
  unit: sql`t.unit`,
  street: sql`t.street`,
  community: sql`t.community`,
  category: sql`t.category`,
}

function ofTallies(metric: Metric, frame: Frame, days: readonly Run[]): RawBuilder<unknown> {
  const names = namesOf(metric.measure.rows(moment(frame.now), named(frame.actor.district)))
  const given = names.length > 0 ? names.map((_, index) => sql`t.sums[${sql.lit(index + 1)}]`) : [sql`unnest(t.given)`]
  const grp = frame.by === 'month' ? sql`to_char(t.day, 'YYYY-MM')` : frame.by ? cells[frame.by] : sql`''`
  const own = ownOf(metric, frame).flatMap((column) => (typeof column === 'string' ? [cells[column]] : []))
  const conditions = [
    sql`t.district = ${frame.actor.district}`,
    sql`t.measure = ${metric.measure.name}`,
    oneOf(days.map(({ from, to }) => sql`t.day >= ${isoDay(from)}::date and t.day < ${isoDay(to)}::date`)),
    ...mine(frame, own, sql`t.reach`),
    ...asked(frame, cells),
  ]
  return sql`select ${grp}, ${sql.join(given)} from metric.tallies t where ${sql.join(conditions, and)}`
}

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

function asked({ lead, street, community, category }: Frame, columns: Columns): RawBuilder<unknown>[] {
  const values: Record<CellColumn, string | undefined> = { unit: lead, street, community, category }
  return cellColumns.flatMap((name) => (values[name] === undefined ? [] : [sql`${columns[name]} = ${values[name]}`]))
}
