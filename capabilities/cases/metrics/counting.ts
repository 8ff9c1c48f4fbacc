import { type RawBuilder, sql } from 'kysely'
import type { Connection } from '#kernel/database/open.ts'
import type { Counted, Frame, Grouping } from '#kernel/metric/define.ts'
import type { Role } from '#kernel/people/roles.ts'
import { roles } from '#kernel/people/roles.ts'
import { zone } from '#kernel/time/zone.ts'

/** The group of what has no unit, street or community. */
export const nowhere = '-'

const groups: Record<Grouping, RawBuilder<unknown>> = {
  unit: sql`coalesce(c.lead, ${nowhere})`,
  street: sql`coalesce(c.street, ${nowhere})`,
  community: sql`coalesce(c.community, ${nowhere})`,
  category: sql`c.category`,
  month: sql`to_char(c.reported_at at time zone ${sql.lit(zone)}, 'YYYY-MM')`,
}
const groupOf = ({ by }: Frame) => (by ? groups[by] : sql`''`)

/** Which cases are a post's own to count: where they lie, or whom they were given to. */
const ownColumns: Partial<Record<Role, readonly string[]>> = {
  steward: ['grid3'],
  gridWorker: ['grid1', 'grid2', 'grid3', 'dedicated'],
  gridLeader: ['grid1', 'grid2', 'grid3', 'dedicated'],
  communitySecretary: ['community'],
  communityWorker: ['community'],
  streetDesk: ['street'],
  dutyOfficer: ['street'],
  clerk: ['lead'],
  unitLeader: ['lead'],
  propertyManager: ['lead'],
}

/**
 * The cases that a figure may count, as conditions on `c`: the asker's own, in the window (by when they were reported), in the
 * place asked for. What is about the chain itself, or protected, is left out for all but the district.
 */
export function counted({ actor, window, street, community, lead, category }: Frame): RawBuilder<unknown> {
  const { district, role, unit = '' } = actor
  const own = (ownColumns[role] ?? []).map((column) => sql`${sql.ref(`c.${column}`)} = ${unit}`)
  const conditions: RawBuilder<unknown>[] = [
    sql`c.district = ${district}`,
    ...(roles[role].sees === 'district'
      ? []
      : [own.length > 0 ? sql`(${sql.join(own, sql` or `)})` : sql`false`, sql`not c.hidden`]),
    ...(window
      ? [sql`c.reported_at >= ${window.from.toString()}::timestamptz`, sql`c.reported_at < ${window.to.toString()}::timestamptz`]
      : []),
    ...(street === undefined ? [] : [sql`c.street = ${street}`]),
    ...(community === undefined ? [] : [sql`c.community = ${community}`]),
    ...(lead === undefined ? [] : [sql`c.lead = ${lead}`]),
    ...(category === undefined ? [] : [sql`c.category = ${category}`]),
  ]
  return sql.join(conditions, sql` and `)
}

/** Whether a case was taken out of the rates, by two people. */
const excluded = sql`c.item->'excluded'->>'agreedBy' is not null`

interface Tally {
  /** Beside `cases.cases c`: what is joined to it. */
  joined?: RawBuilder<unknown>
  /** Further conditions. */
  where?: RawBuilder<unknown>
  /** What is out of what. A count says `good` only. */
  good: RawBuilder<unknown>
  due?: RawBuilder<unknown>
  beside?: Record<string, RawBuilder<unknown>>
}

interface TallyRow {
  group: string
  numerator: number
  denominator: number
  numerator_all: number
  denominator_all: number
  beside: Record<string, number>
}

/** Counts rows that are good, of those due, with and without what was excluded, and what stands beside. One pass. */
export async function tally(
  connection: Connection,
  frame: Frame,
  { joined, where, good, due, beside = {} }: Tally,
): Promise<Counted[]> {
  const besides = Object.entries(beside)
  const flags = besides.map(([, flag], index) => sql`${flag} as ${sql.id(`b${index}`)}`)
  const sums = besides.map(([name], index) => sql`${sql.lit(name)}, count(*) filter (where ${sql.id(`b${index}`)})`)
  const ruled = sql.join([sql`${due ?? good} as due`, sql`${good} as good`, sql`${excluded} as out`, ...flags])
  const { rows } = await sql<TallyRow>`
    select grp as "group", count(*) filter (where due and good and not out)::integer as numerator,
      count(*) filter (where due and not out)::integer as denominator,
      count(*) filter (where due and good)::integer as numerator_all, count(*) filter (where due)::integer as denominator_all,
      jsonb_build_object(${sql.join([...sums, sql`'excluded', count(*) filter (where due and out)`])}) as beside
    from (select ${groupOf(frame)} as grp, ${ruled} from cases.cases c ${joined ?? sql``}
      where ${counted(frame)} ${where ? sql`and ${where}` : sql``}) rows
    group by grp`.execute(connection)
  return rows.map(({ group, numerator, denominator, numerator_all, denominator_all, beside: stands }) => {
    const { excluded: out, ...others } = stands
    return due
      ? {
          group,
          numerator,
          denominator,
          withExcluded: { numerator: numerator_all, denominator: denominator_all },
          beside: stands,
        }
      : { group, numerator: numerator_all, beside: out ? stands : others }
  })
}

/** A percentile of what each case gives, over those that give anything; without what was excluded. */
export async function percentile(
  connection: Connection,
  frame: Frame,
  share: number,
  { of, where }: { of: RawBuilder<unknown>; where: RawBuilder<unknown> },
): Promise<Counted[]> {
  const { rows } = await sql<{ group: string; value: number; denominator: number }>`
    select grp as "group", percentile_cont(${sql.lit(share)}) within group (order by given) as value, count(*)::integer as denominator
    from (select ${groupOf(frame)} as grp, ${of} as given from cases.cases c where ${counted(frame)} and ${where} and not (${excluded})) rows
    group by grp`.execute(connection)
  return rows.map(({ group, value, denominator }) => ({ group, value, numerator: denominator, denominator }))
}

/** Adds up what each case gives, and how many give anything. */
export async function total(connection: Connection, frame: Frame, of: RawBuilder<unknown>): Promise<Counted[]> {
  const { rows } = await sql<{ group: string; sum: number; cases: number }>`
    select grp as "group", sum(given)::integer as sum, count(*) filter (where given > 0)::integer as cases
    from (select ${groupOf(frame)} as grp, ${of} as given from cases.cases c where ${counted(frame)}) rows
    group by grp`.execute(connection)
  return rows.map(({ group, sum, cases }) => ({ group, numerator: sum, beside: { cases } }))
}
