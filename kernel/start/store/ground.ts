import { sql } from 'kysely'
import type { Connection } from '../../database/open.ts'
import type { Ground } from '../steps.ts'

/** What stands in a district on a day, as far as its beginning asks. */
export async function groundOf(connection: Connection, district: string, day: string): Promise<Ground> {
  const standing = sql`district = ${district} and starts <= ${day}::date and (ends is null or ends > ${day}::date)`
  const units = await sql<{ kind: string; count: number }>`
    select kind, count(*)::integer as count from place.units where ${standing} group by kind`.execute(connection)
  const named = await sql<{ code: string; kind: string }>`
    select code, kind from place.units where ${standing} and kind in ('community', 'bureau', 'utility', 'propertyCompany')`.execute(
    connection,
  )
  const grids = await sql<Ground['grids'][number]>`
    select code, parent, community, kind, level from place.grids where ${standing}`.execute(connection)
  const posts = await sql<Ground['posts'][number]>`
    select p.role, p.unit, p.account, not a.must_change as came from people.posts p
    join people.accounts a on a.district = p.district and a.id = p.account
    where p.district = ${district} and p.starts <= ${day}::date and (p.ends is null or p.ends > ${day}::date)
      and (a.ends is null or a.ends > ${day}::date)`.execute(connection)
  const years = await sql<{ until: number | null }>`
    select max(year)::integer as until from time.calendars where district = ${district}`.execute(connection)
  return {
    day,
    units: Object.fromEntries(units.rows.map(({ kind, count }) => [kind, count])),
    communities: named.rows.filter(({ kind }) => kind === 'community').map(({ code }) => code),
    handling: named.rows.filter(({ kind }) => kind !== 'community').map(({ code }) => code),
    grids: grids.rows,
    posts: posts.rows,
    calendarUntil: years.rows[0]?.until ?? undefined,
  }
}
