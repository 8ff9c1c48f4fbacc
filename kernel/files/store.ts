import { createHash, randomBytes } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import { newId } from '../database/ids.ts'
import type { Connection, Database } from '../database/open.ts'
import { within } from '../database/within.ts'
import { keyedHash, open, seal } from '../vault/cipher.ts'
import type { Keyring } from '../vault/keyring.ts'
import type { Photo } from './photo.ts'

/** Where the bytes of files lie. Encrypted, since photos are personal: a copy of the folder alone shows nothing. */
export interface Store {
  put: (name: string, bytes: Buffer) => Promise<void>
  get: (name: string) => Promise<Buffer | undefined>
}

/** A folder as a store. A file is there whole or not at all. */
export function folderStore(folder: string): Store {
  const pathOf = (name: string) => join(folder, name.slice(-2), name)
  return {
    async put(name, bytes) {
      await mkdir(join(folder, name.slice(-2)), { recursive: true })
      const part = `${pathOf(name)}.${randomBytes(6).toString('hex')}`
      await writeFile(part, bytes, { flush: true })
      await rename(part, pathOf(name))
    },
    get: (name) =>
      readFile(pathOf(name)).catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return undefined
        throw error
      }),
  }
}

const keyOf = (ring: Keyring) => ring.keyFor('files')

/** Keeps a photo: first its bytes, then its row, so that a row never names what is not there. */
export async function keepPhoto(
  { database, store, ring }: { database: Database; store: Store; ring: Keyring },
  district: string,
  { jpeg, width, height }: Photo,
  by: string,
  now: Temporal.Instant,
): Promise<string> {
  const id = newId()
  await store.put(id, Buffer.from(seal(keyOf(ring), `${district}/${id}`, jpeg), 'base64'))
  const hash = createHash('sha256').update(jpeg).digest('hex')
  await within(database, { as: 'command', district }, (connection) =>
    sql`insert into files.files (district, id, kind, bytes, width, height, sha256, uploaded_by, at)
      values (${district}, ${id}, 'photo', ${jpeg.length}, ${width}, ${height}, ${hash}, ${by}, ${now.toString()}::timestamptz)`.execute(
      connection,
    ),
  )
  return id
}

/** Those of these photos that none of these people (an account, a phone's secret hashed) uploaded here. */
export async function strangePhotos(
  connection: Connection,
  district: string,
  ids: readonly string[],
  uploaders: readonly string[],
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select id from files.files
    where district = ${district} and id = any (${ids}) and uploaded_by = any (${uploaders})`.execute(connection)
  const own = new Set(rows.map(({ id }) => id))
  return ids.filter((id) => !own.has(id))
}

/** By what a phone that nobody is signed in on is known as an uploader. */
export const uploaderOn = (ring: Keyring, device: string): string => keyedHash(ring, 'device', device)

export async function photoBytes(store: Store, ring: Keyring, district: string, id: string): Promise<Buffer | undefined> {
  const sealed = await store.get(id)
  return sealed && open(keyOf(ring), `${district}/${id}`, sealed.toString('base64'))
}
