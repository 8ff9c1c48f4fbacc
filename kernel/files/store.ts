import { randomBytes, randomUUID } from 'node:crypto'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { type RawBuilder, sql } from 'kysely'
import type { Connection, Database } from '../database/open.ts'
import { within } from '../database/within.ts'
import type { ForgetBefore } from '../retention/rule.ts'
import { freshDataKey, keyedHash, openBytes, sealBytes, unwrap, type WrappedKey, wrappedAnew } from '../vault/cipher.ts'
import type { Keyring } from '../vault/keyring.ts'
import { digest, type Suite, suiteOf } from '../vault/suite.ts'
import type { Photo } from './photo.ts'

/** Where the bytes of files lie. Encrypted, since photos are personal: a copy of the folder alone shows nothing. */
export interface Store {
  put: (name: string, bytes: Buffer) => Promise<void>
  get: (name: string) => Promise<Buffer | undefined>
  remove: (name: string) => Promise<void>
}

/** Where a file lies in the folder of a store; whatever is no id of a file lies nowhere, least of all outside of it. */
export function placeIn(name: string): string {
  if (!isId.test(name)) throw new Error(`${JSON.stringify(name)} is no file of a store`)
  return join(name.slice(-2), name)
}
const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** A folder as a store. A file is there whole or not at all. */
export function folderStore(folder: string): Store {
  const pathOf = (name: string) => join(folder, placeIn(name))
  return {
    async put(name, bytes) {
      await mkdir(dirname(pathOf(name)), { recursive: true })
      const part = `${pathOf(name)}.${randomBytes(6).toString('hex')}`
      await writeFile(part, bytes, { flush: true })
      await rename(part, pathOf(name))
    },
    get: (name) =>
      readFile(pathOf(name)).catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return undefined
        throw error
      }),
    remove: (name) => rm(pathOf(name), { force: true }),
  }
}

const placeOf = (district: string, id: string) => `file/${district}/${id}`

/**
 * Keeps a photo: first its bytes, then its row, so that a row never names what is not there. Its id is drawn by chance and tells no
 * time: of a photo that everybody may see, nobody learns when somebody stood there.
 */
export async function keepPhoto(
  { database, store, ring }: { database: Database; store: Store; ring: Keyring },
  district: string,
  { jpeg, width, height }: Photo,
  by: string,
  now: Temporal.Instant,
): Promise<string> {
  const id = randomUUID()
  const { key, kept } = freshDataKey(ring, placeOf(district, id))
  await store.put(id, sealBytes(key, placeOf(district, id), jpeg))
  const hash = digest(jpeg)
  await within(database, { as: 'command', district }, (connection) =>
    sql`insert into files.files (district, id, kind, bytes, width, height, sha256, uploaded_by, at, wrapped, master, named)
      values (${district}, ${id}, 'photo', ${jpeg.length}, ${width}, ${height}, ${hash}, ${by}, ${now.toString()}::timestamptz,
        ${kept.wrapped}, ${kept.master}, false)`.execute(connection),
  )
  return id
}

/** The ids of all photos that are kept and nobody erased, of every district. */
export async function keptPhotos(connection: Connection): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select id from files.files where erased_at is null order by id`.execute(connection)
  return rows.map(({ id }) => id)
}

/**
 * Those of these photos that none of these people (an account, a phone's secret hashed) uploaded here, that are forgotten again, or that something
 * names already: a photo stands for one thing, and goes with it.
 */
export async function strangePhotos(
  connection: Connection,
  district: string,
  ids: readonly string[],
  uploaders: readonly string[],
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select id from files.files
    where district = ${district} and id = any (${ids}) and uploaded_by = any (${uploaders}) and wrapped is not null
      and not named for update`.execute(connection)
  const own = new Set(rows.map(({ id }) => id))
  return ids.filter((id) => !own.has(id))
}

/** By what a phone that nobody is signed in on is known as an uploader. */
export const uploaderOn = (ring: Keyring, device: string): string => keyedHash(ring, 'device', device)

/** What opens a file: its key, and the suite that sealed it, which is the one that wrapped its key first. */
export interface FileKey {
  key: Buffer
  by: Suite
}

/** The key of a photo, if there is one that was not erased. */
export async function photoKey(
  connection: Connection,
  ring: Keyring,
  district: string,
  id: string,
): Promise<FileKey | undefined> {
  const { rows } = await sql<WrappedKey>`
    select wrapped, master from files.files where district = ${district} and id = ${id} and wrapped is not null`.execute(
    connection,
  )
  const [kept] = rows
  return kept && { key: unwrap(ring, placeOf(district, id), kept), by: suiteOf(kept.wrapped) }
}

/** A photo's bytes, opened with its key. */
export async function photoBytes(store: Store, { key, by }: FileKey, district: string, id: string): Promise<Buffer | undefined> {
  const sealed = await store.get(id)
  return sealed && openBytes(key, placeOf(district, id), sealed, by)
}

/** What somebody uploaded and was not erased. */
export async function photosUploadedBy(connection: Connection, district: string, uploader: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select id from files.files
    where district = ${district} and uploaded_by = ${uploader} and wrapped is not null order by at, id limit 5000`.execute(
    connection,
  )
  return rows.map(({ id }) => id)
}

/** Destroys the keys of what somebody uploaded, and of some photos by their ids. Gives the ids: their bytes can then go. */
export async function erasePhotos(
  connection: Connection,
  district: string,
  { uploadedBy, ids }: { uploadedBy: string; ids: readonly string[] },
  now: Temporal.Instant,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    update files.files set wrapped = null, erased_at = ${now.toString()}::timestamptz
    where district = ${district} and (uploaded_by = ${uploadedBy} or id = any (${ids})) returning id`.execute(connection)
  return rows.map(({ id }) => id)
}

/** The write that notes that something was said which names these photos: what nobody names is forgotten after some days. */
export const namedPhotos = (district: string, ids: readonly string[]): RawBuilder<unknown> =>
  sql`update files.files set named = true where district = ${district} and id = any (${[...ids]}) and not named`

/** The write that notes that nothing names these photos any more: they are forgotten as those that nobody ever named. */
export const unnamedPhotos = (district: string, ids: readonly string[]): RawBuilder<unknown> =>
  sql`update files.files set named = false where district = ${district} and id = any (${[...ids]}) and named`

/** The write that destroys the keys of some photos by their ids. */
export const erasedPhotos = (district: string, ids: readonly string[], now: Temporal.Instant): RawBuilder<unknown> =>
  sql`update files.files set wrapped = null, erased_at = ${now.toString()}::timestamptz
    where district = ${district} and id = any (${[...ids]}) and wrapped is not null`

/** Destroys the keys of some photos. */
export const destroyPhotoKeys = (connection: Connection, district: string, ids: readonly string[], now: Temporal.Instant) =>
  erasedPhotos(district, ids, now).execute(connection)

/** Forgets that there were photos whose keys were destroyed before a moment; of bytes that lie there still, nothing is left then. */
export const forgetErased: ForgetBefore = async (connection, district, before) => {
  const { rows } = await sql<{ id: string }>`
    delete from files.files where district = ${district} and id in (
      select id from files.files where district = ${district} and erased_at < ${before.toString()}::timestamptz limit 500)
    returning id`.execute(connection)
  return { count: rows.length, photos: rows.map(({ id }) => id) }
}

/** Destroys the keys of photos that were uploaded before a moment, and that nothing ever named. */
export const forgetPhotosNeverNamed: ForgetBefore = async (connection, district, before, now) => {
  // One that is being named at this moment is locked, and passed over.
  const { rows } = await sql<{ id: string }>`
    select id from files.files where district = ${district} and at < ${before.toString()}::timestamptz
      and not named and wrapped is not null limit 500 for update skip locked`.execute(connection)
  const photos = rows.map(({ id }) => id)
  await destroyPhotoKeys(connection, district, photos, now)
  return { count: photos.length, photos }
}

/** Wraps the keys of files with the current master key, some at a time. Gives how many were done. */
export async function rewrapFiles(connection: Connection, ring: Keyring, district: string, most = 500): Promise<number> {
  const { rows } = await sql<WrappedKey & { id: string }>`
    select id, wrapped, master from files.files
    where district = ${district} and wrapped is not null and master <> ${ring.current} limit ${most} for update`.execute(
    connection,
  )
  for (const { id, ...old } of rows) {
    const { wrapped, master } = wrappedAnew(ring, placeOf(district, id), old)
    await sql`update files.files set wrapped = ${wrapped}, master = ${master} where district = ${district} and id = ${id}`.execute(
      connection,
    )
  }
  return rows.length
}
