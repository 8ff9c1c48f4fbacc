import { sql } from 'kysely'
import type { Connection } from '#kernel/database/open.ts'
import { destroyPhotoKeys, namedPhotos } from '#kernel/files/store.ts'
import { lockRules } from '#kernel/place/rules.ts'
import { mostPhotos, type StationPhoto } from '../contract/tending.ts'

/** The photos of a station, in the order in which they were put up. */
export async function photosOf(connection: Connection, district: string, station: string): Promise<StationPhoto[]> {
  const { rows } = await sql<StationPhoto>`
    select id, caption from stations.photos where district = ${district} and station = ${station}
    order by place, id`.execute(connection)
  return rows
}

/** Puts up a photo that its sender uploaded; one that is up already gets the new caption. Gives why not, if not. */
export async function putUp(
  connection: Connection,
  { district, station, by }: { district: string; station: string; by: string },
  { id, caption }: StationPhoto,
): Promise<'strange' | 'full' | undefined> {
  await lockRules(connection, district)
  const up = await photosOf(connection, district, station)
  const isUp = up.some((photo) => photo.id === id)
  if (!isUp && up.length >= mostPhotos) return 'full'
  if (!isUp && !(await isFresh(connection, { district, id, by }))) return 'strange'
  const { rows } = await sql<{ last: number | null }>`
    select max(place) as last from stations.photos where district = ${district} and station = ${station}`.execute(connection)
  await sql`insert into stations.photos (district, station, id, caption, place)
    values (${district}, ${station}, ${id}, ${caption}, ${(rows[0]?.last ?? 0) + 1})
    on conflict (district, station, id) do update set caption = excluded.caption`.execute(connection)
  await namedPhotos(district, [id]).execute(connection)
  return undefined
}

/** Whether somebody uploaded a photo, and nothing names it yet: with one that stands elsewhere, that would go too when it is taken down here. */
async function isFresh(
  connection: Connection,
  { district, id, by }: { district: string; id: string; by: string },
): Promise<boolean> {
  const { rows } = await sql`select id from files.files
    where district = ${district} and id = ${id} and uploaded_by = ${by} and not named and wrapped is not null for update`.execute(
    connection,
  )
  return rows.length > 0
}

/** Takes a photo down, and destroys its key. Gives whether it was up. */
export async function takeDown(
  connection: Connection,
  { district, station }: { district: string; station: string },
  id: string,
  now: Temporal.Instant,
): Promise<boolean> {
  const { rows } = await sql`
    delete from stations.photos where district = ${district} and station = ${station} and id = ${id} returning id`.execute(
    connection,
  )
  if (rows.length > 0) await destroyPhotoKeys(connection, district, [id], now)
  return rows.length > 0
}
