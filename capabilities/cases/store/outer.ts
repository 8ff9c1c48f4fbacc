import { sql } from 'kysely'
import type { Connection } from '#kernel/database/open.ts'

/** The number of the case that a report of this number of another platform became here: each is filed once. */
export async function numberOfOuter(connection: Connection, district: string, input: unknown): Promise<string | undefined> {
  if (typeof input !== 'object' || input === null || !('outerId' in input)) return undefined
  const { rows } = await sql<{ number: string }>`
    select number from cases.cases where district = ${district} and outer_id = ${input.outerId}`.execute(connection)
  return rows[0]?.number
}
