import type { Connection } from '../database/open.ts'
import type { Words } from '../words.ts'

/** What an item is called by those whom it is about. */
export interface Named {
  number: string
  name: Words
}

/** Names those of these items that this transaction sees: a capability's part, handed in. */
export type NameItems = (connection: Connection, district: string, ids: readonly string[]) => Promise<ReadonlyMap<string, Named>>
