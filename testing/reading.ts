import type { RawBuilder } from 'kysely'
import type { Database } from '#kernel/database/open.ts'
import { lookInto, type Sight, within } from '#kernel/database/within.ts'

/** What a post at some places sees. */
export const sightAt = (...places: string[]): Sight => ({ everything: false, places, party: 'somebody' })
/** What a post sees that sees the whole district, but for what is guarded. */
export const wholeSight: Sight = { everything: true, places: [], party: 'somebody' }

/** Reads a district by SQL as the reading role with somebody's sight, once it has looked into an item if one is named. */
export const readerOf =
  ({ database, district }: { database: Database; district: string }) =>
  <Row>(sight: Sight, query: RawBuilder<Row>, item?: string): Promise<Row[]> =>
    within(database, { as: 'read', district, sight }, async (connection) => {
      if (item !== undefined) await lookInto(connection, item)
      return (await query.execute(connection)).rows
    })
