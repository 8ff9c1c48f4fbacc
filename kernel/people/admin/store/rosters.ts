import { sql } from 'kysely'
import type { Connection } from '../../../database/open.ts'

export interface DutyRow {
  unit: string
  account: string
  name: string | null
  starts_at: Date
  ends_at: Date
}

/** Who is on duty at a street in a stretch of time, in order. */
export async function dutiesIn(
  connection: Connection,
  district: string,
  unit: string,
  from: string,
  to: string,
): Promise<DutyRow[]> {
  const { rows } = await sql<DutyRow>`
    select d.unit, d.account, a.display_name as name, d.starts_at, d.ends_at from people.duties d
    left join people.accounts a on a.district = d.district and a.id = d.account
    where d.district = ${district} and d.unit = ${unit} and d.starts_at < ${to}::timestamptz and d.ends_at > ${from}::timestamptz
    order by d.starts_at, d.account limit 500`.execute(connection)
  return rows
}

/** Puts a stretch of a roster in place of what stood there: what began in it goes, and the new slots come. */
export async function replaceDuties(
  connection: Connection,
  district: string,
  unit: string,
  { from, to, slots }: { from: string; to: string; slots: readonly { account: string; from: string; to: string }[] },
): Promise<void> {
  await sql`delete from people.duties where district = ${district} and unit = ${unit}
    and starts_at >= ${from}::timestamptz and starts_at < ${to}::timestamptz`.execute(connection)
  if (slots.length === 0) return
  const values = slots.map(
    (slot) => sql`(${district}, ${unit}, ${slot.from}::timestamptz, ${slot.to}::timestamptz, ${slot.account})`,
  )
  await sql`insert into people.duties (district, unit, starts_at, ends_at, account) values ${sql.join(values)} on conflict do nothing`.execute(
    connection,
  )
}

/** The name of somebody of these slots who is on duty elsewhere at the same time: at another unit, or there by what the stretch does not replace. */
export async function onDutyElsewhere(
  connection: Connection,
  district: string,
  unit: string,
  { from, to, slots }: { from: string; to: string; slots: readonly { account: string; from: string; to: string }[] },
): Promise<string | undefined> {
  if (slots.length === 0) return undefined
  const meets = slots.map(
    (slot) =>
      sql`(d.account = ${slot.account} and d.starts_at < ${slot.to}::timestamptz and d.ends_at > ${slot.from}::timestamptz)`,
  )
  const { rows } = await sql<{ name: string }>`
    select coalesce(a.display_name, a.id) as name from people.duties d
      join people.accounts a on a.district = ${district} and a.id = d.account
    where d.district = ${district} and (${sql.join(meets, sql` or `)})
      and not (d.unit = ${unit} and d.starts_at >= ${from}::timestamptz and d.starts_at < ${to}::timestamptz) limit 1`.execute(
    connection,
  )
  return rows[0]?.name
}

/** The roles of which a second factor is asked. */
export async function secondFactorRoles(connection: Connection, district: string): Promise<string[]> {
  const { rows } = await sql<{
    role: string
  }>`select role from people.second_factor where district = ${district} order by role`.execute(connection)
  return rows.map(({ role }) => role)
}

export async function askSecondFactor(connection: Connection, district: string, roles: readonly string[]): Promise<void> {
  await sql`delete from people.second_factor where district = ${district} and role <> all (${[...roles]})`.execute(connection)
  if (roles.length === 0) return
  await sql`insert into people.second_factor (district, role) values ${sql.join(roles.map((role) => sql`(${district}, ${role})`))}
    on conflict do nothing`.execute(connection)
}
