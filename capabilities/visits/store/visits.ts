import { type RawBuilder, sql } from 'kysely'
import type { Connection } from '#kernel/database/open.ts'
import type { Visit } from '../contract.ts'
import { keyOf } from '../due.ts'
import { visitFlow } from '../flow.ts'

/** The visits of a grid in the last year and a half, the latest first: enough for whatever is due once a year. */
export async function visitsOf(connection: Connection, district: string, grid: string, since: string): Promise<Visit[]> {
  const { rows } = await sql<{ item: unknown }>`
    select item from visits.visits where district = ${district} and grid = ${grid} and on_day >= ${since}::date
    order by on_day desc, id desc limit 1000`.execute(connection)
  return rows.map(({ item }) => visitFlow.parse(item))
}

/** The write that forgets what a visit was noted with. */
export const forgetNote = ({ district, id }: Pick<Visit, 'district' | 'id'>): RawBuilder<unknown> =>
  sql`delete from vault.secrets where district = ${district} and item = ${id}`

/** When each service item was done last, by what names it; what was taken back was not. */
export function lastDone(visits: readonly Visit[]): Map<string, string> {
  const last = new Map<string, string>()
  for (const { state, on, done } of visits)
    if (state === 'made')
      for (const item of done) {
        const before = last.get(keyOf(item))
        if (before === undefined || before < on) last.set(keyOf(item), on)
      }
  return last
}
