import { type RawBuilder, sql } from 'kysely'
import type { Database } from '../database/open.ts'
import { within } from '../database/within.ts'

/** The districts of this installation, by their codes, in order. */
export const districtsOf = (database: Database): Promise<string[]> => districtsThat(database, sql`true`)

/** Those that are no demo, whatever their code: real people live there. */
export const realDistricts = (database: Database): Promise<string[]> => districtsThat(database, sql`not demo`)

/** Whether there is such a district. */
export const isDistrict = async (database: Database, code: string): Promise<boolean> =>
  (await districtsThat(database, sql`district = ${code}`)).length > 0

const districtsThat = (database: Database, fits: RawBuilder<unknown>): Promise<string[]> =>
  within(database, { as: 'owner' }, async (connection) => {
    const { rows } = await sql<{ district: string }>`
      select district from place.districts where ${fits} order by district`.execute(connection)
    return rows.map(({ district }) => district)
  })
