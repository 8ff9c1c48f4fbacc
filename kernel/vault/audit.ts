import { type RawBuilder, sql } from 'kysely'
import type { Connection } from '../database/open.ts'
import type { LookRow } from './looks.ts'

/** Which looks are asked for: of so many days, and all that is given must hold. */
export interface LookFilter {
  from: Temporal.Instant
  /** The first moment after them. */
  until: Temporal.Instant
  by?: string | undefined
  unit?: string | undefined
  field?: string | undefined
}

/** The kinds of data that people look at, by the names under which the vault and photos have them. */
export const lookedAt = ['name', 'phone', 'home', 'words', 'where', 'photos'] as const

/** What looks are added up by: the person at their post, the unit, or the day. */
export const groupings = ['person', 'unit', 'day'] as const
export type Grouping = (typeof groupings)[number]

const matching = (district: string, { from, until, by, unit, field }: LookFilter) => sql`
  district = ${district} and at >= ${from.toString()}::timestamptz and at < ${until.toString()}::timestamptz
  ${by === undefined ? sql`` : sql`and by_account = ${by}`} ${unit === undefined ? sql`` : sql`and by_unit = ${unit}`}
  ${field === undefined ? sql`` : sql`and ${field} = any (fields)`}`

export interface AuditedLook extends Omit<LookRow, 'item' | 'masked'> {
  id: string
  by_account: string
}

/** Who looked at which kind of data, when and why, the latest first; not whose, and not at which case. */
export async function auditLooks(
  connection: Connection,
  district: string,
  filter: LookFilter,
  { after, most }: { after?: string | undefined; most: number },
): Promise<AuditedLook[]> {
  const beyond = sql`and (at, id) < (select at, id from vault.looks where district = ${district} and id = ${after}::uuid)`
  const { rows } = await sql<AuditedLook>`
    select id, fields, by_account, by_name, by_role, by_unit, reason, at from vault.looks
    where ${matching(district, filter)} ${after === undefined ? sql`` : beyond}
    order by at desc, id desc limit ${most}`.execute(connection)
  return rows
}

/** How often somebody looked, at how many cases of how many people, and how often at each kind of data. */
export interface LookGroup {
  key: string
  name: string | null
  role: string | null
  unit: string | null
  looks: number
  cases: number
  people: number
  fields: Record<string, number>
}

const keys: Record<Grouping, RawBuilder<unknown>> = {
  person: sql`by_account as key, max(by_name) as name, by_role as role, by_unit as unit`,
  unit: sql`coalesce(by_unit, '') as key, null as name, null as role, by_unit as unit`,
  day: sql`((at at time zone 'Asia/Shanghai')::date)::text as key, null as name, null as role, null as unit`,
}
const groupedBy: Record<Grouping, RawBuilder<unknown>> = {
  person: sql`by_account, by_role, by_unit order by looks desc, by_account, by_role, by_unit`,
  unit: sql`by_unit order by looks desc, by_unit`,
  day: sql`(at at time zone 'Asia/Shanghai')::date order by (at at time zone 'Asia/Shanghai')::date desc`,
}

/** Looks added up, those who looked most first; days from the latest. A page at a time, by its number. */
export async function groupLooks(
  connection: Connection,
  district: string,
  filter: LookFilter,
  { by, skip, most }: { by: Grouping; skip: number; most: number },
): Promise<LookGroup[]> {
  const counted = lookedAt.map((field) => sql`${field}::text, count(*) filter (where ${field} = any (fields))`)
  const { rows } = await sql<LookGroup>`
    select ${keys[by]}, count(*)::integer as looks, count(distinct item)::integer as cases, count(distinct subject)::integer as people,
      jsonb_build_object(${sql.join(counted)}) as fields
    from vault.looks where ${matching(district, filter)} group by ${groupedBy[by]} limit ${most} offset ${skip}`.execute(
    connection,
  )
  return rows
}
