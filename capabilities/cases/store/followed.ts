import { sql } from 'kysely'
import type { Connection } from '#kernel/database/open.ts'

/** The ids of what somebody reported or joined. */
export async function followedBy(connection: Connection, district: string, party: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from cases.followers where district = ${district} and party = ${party} order by id limit 20000`.execute(connection)
  return rows.map(({ id }) => id)
}
