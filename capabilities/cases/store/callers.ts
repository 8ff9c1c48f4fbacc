import { type RawBuilder, sql } from 'kysely'
import type { Connection } from '#kernel/database/open.ts'
import type { Keyring } from '#kernel/vault/keyring.ts'
import type { Found } from '#kernel/vault/personal.ts'
import { telephoneHash } from '#kernel/vault/telephone.ts'
import type { Case } from '../contract/item.ts'
import { caseFlow } from '../flow.ts'

/** The write that notes from which telephone a case was reported. */
export function callerWrites(
  ring: Keyring,
  before: Case | undefined,
  { district, id }: Case,
  found: readonly Found[],
): RawBuilder<unknown>[] {
  const phone = before ? undefined : found.find(({ field }) => field === 'phone')?.value
  if (phone === undefined) return []
  return [
    sql`insert into cases.callers (district, hash, id) values (${district}, ${telephoneHash(ring, district, phone)}, ${id})
      on conflict do nothing`,
  ]
}

/**
 * The ids of what was reported from a telephone: all that a person can have come to. How many are told is for their reader's sight to
 * say first: one that they do not see must push out none that they do.
 */
export async function calledFrom(connection: Connection, ring: Keyring, district: string, phone: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select c.id from cases.callers k join cases.cases c on c.district = k.district and c.id = k.id
    where k.district = ${district} and k.hash = ${telephoneHash(ring, district, phone)} order by c.reported_at desc, c.id desc limit 2000`.execute(
    connection,
  )
  return rows.map(({ id }) => id)
}

/** The latest twenty of some cases by their ids: of those that whoever reads may see. */
export async function casesOf(connection: Connection, district: string, ids: readonly string[]): Promise<Case[]> {
  const { rows } = await sql<{ item: unknown }>`
    select item from cases.cases where district = ${district} and id = any (${[...ids]}) order by reported_at desc, id desc limit 20`.execute(
    connection,
  )
  return rows.map(({ item }) => caseFlow.parse(item))
}

/** Forgets from which telephone a person reported. */
export const forgetCalls = (connection: Connection, district: string, party: string) =>
  sql`delete from cases.callers where district = ${district}
    and id in (select id from cases.cases where district = ${district} and reporter = ${party})`.execute(connection)
