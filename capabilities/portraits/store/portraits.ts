import { type RawBuilder, sql } from 'kysely'
import type { Connection } from '#kernel/database/open.ts'
import type { Hangs } from '#kernel/place/admin/hanging.ts'
import { words } from '#kernel/words.ts'
import type { Portrait } from '../contract.ts'
import { photoOf, portraitFlow } from '../flow.ts'

/** That the worker of a portrait `p` is at their post on a day: with it ends what they agreed to. */
const isThere = (district: string, day: string): RawBuilder<unknown> => sql`exists (
  select 1 from people.posts o where o.district = ${district} and o.account = p.worker and o.unit = p.grid
    and o.role in ('gridWorker', 'gridLeader') and o.starts <= ${day}::date and (o.ends is null or o.ends > ${day}::date))`

/** The addresses of the photos that are shown of those at some grids, by grid and account. */
export async function shownAt(connection: Connection, district: string, grids: readonly string[], day: string) {
  const { rows } = await sql<{ id: string; grid: string; worker: string; photo: string }>`
    select id, grid, worker, photo from portraits.portraits p
    where p.district = ${district} and p.grid = any (${[...grids]}::text[]) and p.photo is not null and ${isThere(district, day)}
    limit 100`.execute(connection)
  return new Map(rows.map((row) => [`${row.grid} ${row.worker}`, photoOf(row)]))
}

/** Whether a photo is the one that somebody at their post has shown. */
export async function isShown(
  connection: Connection,
  district: string,
  { id, photo, day }: { id: string; photo: string; day: string },
): Promise<boolean> {
  const { rows } = await sql`
    select 1 from portraits.portraits p
    where p.district = ${district} and p.id = ${id} and p.photo = ${photo} and ${isThere(district, day)}`.execute(connection)
  return rows.length > 0
}

/** The photos of workers that are taken back with the grid that they work at. */
export const portraitsOnGrid: Hangs = async (connection, district, grid) => {
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from portraits.portraits
    where district = ${district} and grid = ${grid} and photo is not null`.execute(connection)
  const count = rows[0]?.count ?? 0
  return [{ what: 'portraits', count, words: words(`${count} 张网格员照片撤下`, `photos of workers: ${count}, taken down`) }]
}

/** Those who agreed, of a community or of one worker at a grid, a page by id. */
export async function agreedIn(
  connection: Connection,
  district: string,
  of: { community: string } | { worker: string; grid: string },
  { after, most }: { after: string; most: number },
): Promise<Portrait[]> {
  const which = 'community' in of ? sql`community = ${of.community}` : sql`worker = ${of.worker} and grid = ${of.grid}`
  const { rows } = await sql<{ item: unknown }>`
    select item from portraits.portraits where district = ${district} and state <> 'withdrawn' and ${which} and id > ${after}
    order by id limit ${most}`.execute(connection)
  return rows.map(({ item }) => portraitFlow.parse(item))
}

/** What stands of workers who are at their post no longer, some of it. */
export async function withoutPost(connection: Connection, district: string, day: string, most: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from portraits.portraits p
    where p.district = ${district} and p.state <> 'withdrawn' and not ${isThere(district, day)} order by id limit ${most}`.execute(
    connection,
  )
  return rows.map(({ id }) => id)
}

/** What somebody has, wherever it is, that they did not take back. */
export async function portraitsOf(connection: Connection, district: string, worker: string) {
  const { rows } = await sql<{ id: string; photo: string | null; gridName: string; agreedAt: string }>`
    select id, photo, item->>'gridName' as "gridName", item->>'agreedAt' as "agreedAt" from portraits.portraits
    where district = ${district} and worker = ${worker} and state <> 'withdrawn' order by id limit 100`.execute(connection)
  return rows
}
