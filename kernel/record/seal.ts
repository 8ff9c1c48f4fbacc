import { sql } from 'kysely'
import type { Connection, Database } from '../database/open.ts'
import { within } from '../database/within.ts'
import { digest, type Suite } from '../vault/suite.ts'

export interface Seal {
  number: number
  at: string
  leaves: string
  previous: string
  hash: string
}

/** A seal's hash: over the one before it, its number, its time, and the hashes that it covers. */
export const sealHash = ({ previous, number, at, leaves }: Omit<Seal, 'hash'>, by?: Suite): string =>
  digest(`${previous}\n${number}\n${at}\n${leaves}`, by)

/** At most so many events in one seal, so that catching up after a long pause stays in bounds. */
const most = 20_000

/**
 * Seals what has been committed since the last seal: takes the rows that commands left and writes one seal chained to the one
 * before, in one transaction. One sealer a district: who comes second finds nothing. Gives the seal, if there was anything.
 */
export const sealDistrict = (database: Database, district: string, now: Temporal.Instant): Promise<Seal | undefined> =>
  within(database, { as: 'owner', district }, async (connection) => {
    await sql`select pg_advisory_xact_lock(hashtextextended(${`seal ${district}`}, 0))`.execute(connection)
    const { rows } = await sql<{ item: string; sequence: number; hash: string }>`
      delete from record.unsealed where district = ${district} and (item, sequence) in
        (select item, sequence from record.unsealed where district = ${district} limit ${most})
      returning item, sequence, hash`.execute(connection)
    if (rows.length === 0) return undefined
    const leaves = rows
      .map(({ item, sequence, hash }) => `${item} ${sequence} ${hash}`)
      .sort()
      .join('\n')
    const last = await lastSeal(connection, district)
    const open = { number: (last?.number ?? 0) + 1, at: now.toString(), leaves, previous: last?.hash ?? '' }
    const seal = { ...open, hash: sealHash(open) }
    await sql`insert into record.seals (district, number, at, leaves, previous, hash)
      values (${district}, ${seal.number}, ${seal.at}::timestamptz, ${leaves}, ${seal.previous}, ${seal.hash})`.execute(
      connection,
    )
    return seal
  })

/** The last seal of a district: what is kept elsewhere, to compare with one day. */
export async function lastSeal(connection: Connection, district: string): Promise<{ number: number; hash: string } | undefined> {
  const { rows } = await sql<{ number: number; hash: string }>`
    select number, hash from record.seals where district = ${district} order by number desc limit 1`.execute(connection)
  return rows[0]
}
