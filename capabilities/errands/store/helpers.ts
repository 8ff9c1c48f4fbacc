import { sql } from 'kysely'
import type { Connection } from '#kernel/database/open.ts'
import type { Post } from '#kernel/people/actor.ts'
import { communityRoles, isRole } from '#kernel/people/roles.ts'
import { gridAt, unitAt } from '#kernel/place/store/find.ts'
import type { Helper } from '../contract/errand.ts'

const ofGrids = ['gridWorker', 'gridLeader']

/** The community that a post which may help works for; none where there is no such post. */
export async function communityOf(
  connection: Connection,
  district: string,
  { role, unit }: Post,
  day: string,
): Promise<string | undefined> {
  if (ofGrids.includes(role)) return (await gridAt(connection, district, unit, day))?.community
  if (!communityRoles.includes(role)) return undefined
  return (await unitAt(connection, district, unit, day))?.community
}

/** Whether anybody is at a post on a day. */
export async function isAttended(connection: Connection, district: string, { role, unit }: Post, day: string): Promise<boolean> {
  const { rows } = await sql`
    select 1 from people.posts where district = ${district} and unit = ${unit} and role = ${role}
      and starts <= ${day}::date and (ends is null or ends > ${day}::date) limit 1`.execute(connection)
  return rows.length > 0
}

/** Whether somebody's data were erased as they asked. */
export async function isErased(connection: Connection, district: string, party: string): Promise<boolean> {
  const { rows } = await sql`
    select 1 from vault.keys where district = ${district} and subject = ${party} and wrapped is null`.execute(connection)
  return rows.length > 0
}

/** Who may be asked to help in a community on a day: its own people, and those of its grids. */
export async function helpersIn(connection: Connection, district: string, community: string, day: string): Promise<Helper[]> {
  const { rows } = await sql<{ role: string; unit: string; name: string; unitName: string }>`
    select distinct p.role, p.unit, a.display_name as name, coalesce(g.name, u.name, p.unit) as "unitName" from people.posts p
      join people.accounts a on a.district = ${district} and a.id = p.account
      left join place.units u on u.district = ${district} and u.code = p.unit and p.role = any (${[...communityRoles]})
        and u.starts <= ${day}::date and (u.ends is null or u.ends > ${day}::date)
      left join place.grids g on g.district = ${district} and g.code = p.unit and p.role = any (${ofGrids})
        and g.starts <= ${day}::date and (g.ends is null or g.ends > ${day}::date)
    where p.district = ${district} and p.starts <= ${day}::date and (p.ends is null or p.ends > ${day}::date)
      and ((p.role = any (${[...communityRoles]}) and p.unit = ${community}) or (p.role = any (${ofGrids}) and p.unit in
        (select code from place.grids where district = ${district} and community = ${community}
          and starts <= ${day}::date and (ends is null or ends > ${day}::date))))
    order by p.role, p.unit, name limit 200`.execute(connection)
  return rows.flatMap(({ role, ...rest }) => (isRole(role) ? [{ role, ...rest }] : []))
}
