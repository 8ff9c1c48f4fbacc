import { type RawBuilder, sql } from 'kysely'
import type { Connection } from '../database/open.ts'
import type { Words } from '../words.ts'

/** What a turn of forgetting did: how many rows, and the photos whose bytes can now go. */
export interface Forgotten {
  count: number
  photos?: readonly string[]
}

/** Forgets what is older than a moment, some at a time. Under the owner's view, of one district. */
export type ForgetBefore = (
  connection: Connection,
  district: string,
  before: Temporal.Instant,
  now: Temporal.Instant,
) => Promise<Forgotten>

interface Kept {
  what: Words
  /** Where it lies. */
  table: string
  /** Why so long, and no longer. */
  why: Words
}

/** What is kept so many days from when on, and how it is forgotten then. */
export interface Rule extends Kept {
  days: number
  from: Words
  forget: ForgetBefore
}

/** What no time ends: it goes with something else, or stays. */
export interface Standing extends Kept {
  until: Words
}

/** Half a year, two and three years, in days. */
export const halfYear = 183
export const twoYears = 731
export const threeYears = 1096

const atOnce = 5000

/** Forgets the rows of a table by a moment that they carry; `only` says which of them. */
export const rowsBefore =
  ({ table, key, at, only = sql`true` }: { table: string; key: string; at: string; only?: RawBuilder<unknown> }): ForgetBefore =>
  async (connection, district, before) => {
    const { rows } = await sql`
      delete from ${sql.table(table)} where district = ${district} and (${sql.raw(key)}) in (
        select ${sql.raw(key)} from ${sql.table(table)} where district = ${district}
        and ${sql.ref(at)} < ${before.toString()}::timestamptz and ${only} limit ${sql.lit(atOnce)})
      returning 1`.execute(connection)
    return { count: rows.length }
  }
