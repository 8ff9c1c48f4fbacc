import { sql } from 'kysely'
import type { Connection } from '#kernel/database/open.ts'
import type { GridGroup, Network, PartTimeGridWorker, Reinforcement } from '../contract/entries.ts'

/** A grid that somebody lives in. */
export interface LivedIn {
  code: string
  name: string
  level: number
  kind: string
  community: string
}

/** Of each table of the grids, the entries that stand on a day and hang on some grids. */
const kept = async <Entry>(
  connection: Connection,
  table: string,
  district: string,
  grids: readonly string[],
  day: string,
  most: number,
) =>
  (
    await sql<{ kept: Entry }>`
      select kept from ${sql.id('grids', table)} where district = ${district} and grid = any (${[...grids]}::text[])
        and (ends is null or ends > ${day}::date) order by grid limit ${most}`.execute(connection)
  ).rows.map((row) => row.kept)

/** The networks of a district on a day. */
export async function networksOf(connection: Connection, district: string, day: string): Promise<Network[]> {
  const { rows } = await sql<{ network: Network }>`
    select network from grids.networks where district = ${district} and (ends is null or ends > ${day}::date) order by code limit 50`.execute(
    connection,
  )
  return rows.map(({ network }) => network)
}

/** What hangs on some grids, and the networks of the district, on a day. */
export async function hangingOnGrids(connection: Connection, district: string, grids: readonly string[], day: string) {
  return {
    networks: await networksOf(connection, district, day),
    reinforcements: await kept<Reinforcement>(connection, 'reinforcements', district, grids, day, 60),
    partTime: await kept<PartTimeGridWorker>(connection, 'part_time', district, grids, day, 60),
    groups: await kept<GridGroup>(connection, 'groups', district, grids, day, 10),
  }
}

/** The grids with these codes that stand on a day, from the nearest to the widest. */
export async function livedIn(
  connection: Connection,
  district: string,
  codes: readonly string[],
  day: string,
): Promise<LivedIn[]> {
  const { rows } = await sql<LivedIn>`
    select code, name, level, kind, community from place.grids
    where district = ${district} and code = any (${[...codes]}::text[]) and starts <= ${day}::date and (ends is null or ends > ${day}::date)
    order by kind desc, level desc, code`.execute(connection)
  return rows
}

/** Who is at the posts of some grids and communities on a day, by name: a few for each. */
export async function workersAt(connection: Connection, district: string, units: readonly string[], day: string) {
  const { rows } = await sql<{ unit: string; role: string; account: string; name: string }>`
    select p.unit, p.role, p.account, a.display_name as name from people.posts p
    join people.accounts a on a.district = ${district} and a.id = p.account and a.ends is null
    where p.district = ${district} and p.unit = any (${[...units]}::text[])
      and p.role in ('gridWorker', 'gridLeader', 'steward', 'communitySecretary')
      and p.starts <= ${day}::date and (p.ends is null or p.ends > ${day}::date) and a.display_name is not null
    order by p.unit, p.role, p.id limit ${10 * units.length}`.execute(connection)
  return rows
}
