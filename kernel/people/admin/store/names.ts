import { sql } from 'kysely'
import type { Connection } from '../../../database/open.ts'
import { namesAt } from '../../../place/store/find.ts'
import type { ChangeRow } from '../trail.ts'

/** Where the trail names somebody or something by an id. */
const naming = ['unit', 'standIn', 'account', 'parent', 'by'] as const

/** What the accounts, units and grids of some changes are called today. */
export async function namesIn(
  connection: Connection,
  district: string,
  rows: readonly ChangeRow[],
  day: string,
): Promise<Record<string, string>> {
  const ids = [...new Set(rows.flatMap(({ subject, told }) => [subject, ...namedIn(told)]))]
  const { rows: people } = await sql<{ id: string; name: string | null }>`
    select id, display_name as name from people.accounts
    where district = ${district} and kind = 'staff' and id = any (${ids})`.execute(connection)
  const places = await namesAt(connection, district, ids, day)
  return Object.fromEntries([...places, ...people.flatMap(({ id, name }) => (name === null ? [] : [[id, name] as const]))])
}

const namedIn = (told: unknown): string[] =>
  typeof told === 'object' && told !== null
    ? Object.entries(told).flatMap(([name, value]) =>
        typeof value === 'string' && naming.some((one) => one === name) ? [value] : [],
      )
    : []
