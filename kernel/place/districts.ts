import { type RawBuilder, sql } from 'kysely'
import type { Database } from '../database/open.ts'
import { within } from '../database/within.ts'

/** The districts of this installation, by their codes, in order. */
export const districtsOf = (database: Database): Promise<string[]> => districtsThat(database, sql`true`)

/**
 * Asks for the districts again and again. Of a cluster all nodes are asked: while one is away, which is reported, those that there were
 * are given, or nothing where nobody has told yet.
 */
export function districtsLately(
  database: Database,
  report: (fault: unknown) => void,
): () => Promise<readonly string[] | undefined> {
  let lately: readonly string[] | undefined
  return async () => {
    lately = await districtsOf(database).catch((fault: unknown) => {
      report(fault)
      return lately
    })
    return lately
  }
}

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
