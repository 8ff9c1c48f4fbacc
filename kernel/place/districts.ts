import { sql } from 'kysely'
import type { Database } from '../database/open.ts'
import { within } from '../database/within.ts'

/** The districts of this installation, by their codes, in order. */
export const districtsOf = (database: Database): Promise<string[]> =>
  within(database, { as: 'owner' }, async (connection) => {
    const { rows } = await sql<{ district: string }>`select district from place.districts order by district`.execute(connection)
    return rows.map(({ district }) => district)
  })
