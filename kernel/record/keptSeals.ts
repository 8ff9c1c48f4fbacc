import { sql } from 'kysely'
import type { Database } from '../database/open.ts'
import { within } from '../database/within.ts'

/** A seal as it was kept elsewhere. */
export interface KeptSeal {
  district: string
  number: number
  hash: string
}

/** A seal as a line, to be kept elsewhere. */
export const sealLine = ({ district, number, hash }: KeptSeal): string => `${district} ${number} ${hash}`

/**
 * Reads seals that were kept elsewhere: on each line a district, a number and a hash, as `linli verify` prints them. Throws, naming
 * the line, where one is none, and where there is none at all: a proof of nothing must not pass for one.
 */
export function readKeptSeals(text: string): KeptSeal[] {
  const lines = text.split('\n').map((line) => line.trim())
  const seals = lines.flatMap((line, index) => {
    if (line === '') return []
    const found = /^(?:last seal, to keep elsewhere: )?([A-Za-z0-9_-]+)\s+([1-9]\d{0,9})\s+((?:gm\.)?[0-9a-f]{64})$/.exec(line)
    if (!found?.[1] || !found[2] || !found[3])
      throw new Error(`line ${index + 1} is no seal: a district, a number and a hash of 64 characters are expected`)
    return [{ district: found[1], number: Number(found[2]), hash: found[3] }]
  })
  if (seals.length === 0) throw new Error('there is no seal in it')
  return seals
}

/** Those of the seals kept elsewhere that the record does not have as they were: then the past up to them was rewritten. */
export async function rewrittenSince(database: Database, seals: readonly KeptSeal[]): Promise<KeptSeal[]> {
  const rewritten: KeptSeal[] = []
  for (const seal of seals) {
    const { district, number, hash } = seal
    const { rows } = await within(database, { as: 'owner', district }, (connection) =>
      sql<{ hash: string }>`select hash from record.seals where district = ${district} and number = ${number}`.execute(
        connection,
      ),
    )
    if (rows[0]?.hash !== hash) rewritten.push(seal)
  }
  return rewritten
}
