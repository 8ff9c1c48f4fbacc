import { sql } from 'kysely'
import type { Connection } from '#kernel/database/open.ts'
import type { Keyring } from '#kernel/vault/keyring.ts'
import { openSecrets } from '#kernel/vault/store.ts'
import { caseFlow } from '../flow.ts'
import type { CameIn } from '../rehearsing.ts'

/**
 * The latest cases of a district as they came in, with what was written, for a program to go through that tells nobody of it. Those
 * that are protected or about the chain itself are left out, as of all counts that others see.
 */
export async function latestCases(connection: Connection, ring: Keyring, district: string, most: number): Promise<CameIn[]> {
  const { rows } = await sql<{ item: unknown }>`
    select item from cases.cases where district = ${district} and not hidden order by reported_at desc, id desc limit ${most}`.execute(
    connection,
  )
  const items = rows.map(({ item }) => caseFlow.parse(item))
  const opened = await openSecrets(
    connection,
    ring,
    district,
    items.map(({ words }) => words).filter((words) => words.startsWith('vault:')),
  )
  return items.map(({ id, number, category, kind, urgency, place, reportedAt, reporter, words }) => ({
    ...{ id, number, category, kind, urgency, place, reportedAt, reporter },
    words: opened.get(words) ?? '',
  }))
}
