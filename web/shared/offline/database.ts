import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import type { Problem } from '../ask.ts'
import type { Words } from '../language.ts'

/** Something that was pressed while there was no network, as it waits on this device. */
export interface Queued {
  /** The idempotency key, made when the button was pressed. */
  key: string
  /** Who pressed it: account and post, or this phone where nobody was signed in. Nobody else's session sends it. */
  owner: string
  post?: string
  path: string
  /** The item it is about: what waits for one item is sent in the order in which it was pressed. */
  item: string
  input: Record<string, unknown>
  /** The version that the person saw; missing for what begins an item. */
  basedOn?: number
  /** The state in which it will leave the item with whoever pressed it, where there is only one. */
  leadsTo?: string
  saidAt: string
  title: Words
  /** What it is about, in words of the list that it was pressed in. */
  about: string
  /** Why the server did not do it. Until the person has decided, what follows on this item waits. */
  problem?: Problem
}

/** What the server said of an address when it could last be reached, for whom. */
interface Copy {
  path: string
  owner: string
  value: unknown
  at: string
}

interface Kept extends DBSchema {
  queue: { key: string; value: Queued }
  photos: { key: string; value: Blob }
  copies: { key: string; value: Copy; indexes: { owner: string } }
}

let opened: Promise<IDBPDatabase<Kept>> | undefined

/** What this device keeps for times without a network. Rejects where a browser keeps nothing (private windows of some). */
export function keptHere(): Promise<IDBPDatabase<Kept>> {
  opened ??= openDB<Kept>('linli', 1, {
    upgrade(database) {
      database.createObjectStore('queue', { keyPath: 'key' })
      database.createObjectStore('photos')
      database.createObjectStore('copies', { keyPath: 'path' }).createIndex('owner', 'owner')
    },
  })
  return opened
}
