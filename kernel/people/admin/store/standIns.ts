import { sql } from 'kysely'
import type { Connection } from '../../../database/open.ts'
import type { Actor } from '../../actor.ts'
import { administrators } from '../../roles.ts'
import type { PostThere } from '../may.ts'
import { named, type PostRow } from './posts.ts'

/** Who stands in at a post from a day on. */
export async function standInsAt(
  connection: Connection,
  district: string,
  { account, role, unit }: Pick<PostThere, 'account' | 'role' | 'unit'>,
  day: string,
): Promise<PostRow[]> {
  const { rows } = await sql<PostRow>`${named}
    where p.district = ${district} and p.stand_in_for = ${account} and p.role = ${role} and p.unit = ${unit}
      and (p.ends is null or p.ends > greatest(p.starts, ${day}::date))
    order by p.starts, p.id limit 50`.execute(connection)
  return rows
}

/** Somebody who may stand in, with the post of theirs that says why. */
export interface Candidate {
  id: string
  name: string | null
  role: string
  unit: string
  unitName: string | null
}

interface Wanted {
  /** A part of the name; for administrators also of what somebody signs in with. */
  search?: string | undefined
  /** Whether anybody may, or only who is near: of the same role, or at the same unit or its community. */
  anybody: boolean
  /** Who asks: nobody names themself. */
  by: Actor
  day: string
  most: number
}

/** Who may stand in at a post, those at the same unit first, then those of the same role. */
export async function candidatesFor(
  connection: Connection,
  district: string,
  { account, role, unit, community }: PostThere,
  { search, anybody, by, day, most }: Wanted,
): Promise<Candidate[]> {
  const rank = sql`case when p.unit = ${unit} or p.unit = ${community} then 0 when p.role = ${role} then 1 else 2 end`
  const like = `%${(search ?? '').toLowerCase().replace(/[\\%_]/g, '\\$&')}%`
  const orAccount = administrators.has(by.role) ? sql` or lower(a.sign_in_name) like ${like}` : sql``
  const { rows } = await sql<Candidate>`
    select id, name, role, unit, coalesce(
      (select u.name from place.units u where u.district = ${district} and u.code = unit),
      (select g.name from place.grids g where g.district = ${district} and g.code = unit and g.ends is null limit 1)) as "unitName"
    from (select distinct on (p.account) p.account as id, a.display_name as name, p.role, p.unit, ${rank} as rank
      from people.posts p join people.accounts a on a.district = p.district and a.id = p.account
      where p.district = ${district} and p.starts <= ${day}::date and (p.ends is null or p.ends > ${day}::date)
        and a.kind = 'staff' and (a.ends is null or a.ends > ${day}::date) and p.account <> ${account} and p.account <> ${by.id}
        ${anybody ? sql`` : sql`and (p.unit = ${unit} or p.unit = ${community} or p.role = ${role})`}
        ${search === undefined ? sql`` : sql`and (lower(a.display_name) like ${like}${orAccount})`}
      order by p.account, rank, p.id) near
    order by rank, name, id limit ${most}`.execute(connection)
  return rows
}
