import { type RawBuilder, sql } from 'kysely'
import type { Connection } from '#kernel/database/open.ts'
import type { Visit } from '../contract.ts'
import { visitFlow } from '../flow.ts'

/** The latest visits of a grid. */
export async function visitsOf(connection: Connection, district: string, grid: string, most: number): Promise<Visit[]> {
  const { rows } = await sql<{ item: unknown }>`
    select item from visits.visits where district = ${district} and grid = ${grid}
    order by on_day desc, id desc limit ${most}`.execute(connection)
  return rows.map(({ item }) => visitFlow.parse(item))
}

/** The write that forgets what a visit was noted with. */
export const forgetNote = ({ district, id }: Pick<Visit, 'district' | 'id'>): RawBuilder<unknown> =>
  sql`delete from vault.secrets where district = ${district} and item = ${id}`
