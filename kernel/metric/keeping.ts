import { type RawBuilder, sql } from 'kysely'
import type { Connection, Database } from '../database/open.ts'
import { within } from '../database/within.ts'
import { keptBy } from './definition.ts'
import { type Countable, cellColumns, type Measure } from './measure.ts'

/** The columns of a cell, for SQL. */
export const cell = sql.join(cellColumns.map((name) => sql.id(name)))

/** What some measures are kept of, and by which definition. */
interface Keeping {
  of: Countable
  definition: string
}

type Free = { free: boolean }

/** What is worked on by one at a time: for tallies who comes second waits; what is kept of the unsettled it leaves be, for its next turn is soon. */
const locks = {
  tally: (name: RawBuilder<unknown>) => sql<Free>`select true as free from pg_advisory_xact_lock(hashtextextended(${name}, 0))`,
  unsettled: (name: RawBuilder<unknown>) => sql<Free>`select pg_try_advisory_xact_lock(hashtextextended(${name}, 0)) as free`,
}

/** Works on what is kept of some measures in a district, one at a time. Nothing is done without a measure, or where somebody else is left to it. */
export async function oneAtATime<Result>(
  database: Database,
  district: string,
  measures: readonly Measure[],
  work: (connection: Connection, keeping: Keeping) => Promise<Result>,
  on: keyof typeof locks = 'tally',
): Promise<Result | undefined> {
  const [first] = measures
  if (!first) return undefined
  const { of } = first
  const { definition } = keptBy(measures)
  return within(database, { as: 'owner', district }, async (connection) => {
    const { rows } = await locks[on](sql`${`${on} ${of.name} ${district}`}`).execute(connection)
    return rows[0]?.free ? work(connection, { of, definition }) : undefined
  })
}

/** One row of what is kept, or should be: what it is of, and what it comes to. */
export interface Kept {
  key: string
  value: string
}

/** A row of tallies or sums as `Kept`, of these columns. */
export const asKept = (...columns: RawBuilder<unknown>[]) =>
  sql`jsonb_build_array(${sql.join(columns)})::text as key, coalesce(sums::text, given::text) as value`

/** Where what is kept is not what it should be, by what it is and from what it is made. */
export function differing(
  kept: readonly Kept[],
  rightly: readonly Kept[],
  what: 'tally' | 'sum' | 'unsettled',
  from: 'items' | 'tallies',
) {
  const valuesOf = (rows: readonly Kept[]) => new Map(rows.map(({ key, value }) => [key, value]))
  const [is, should] = [valuesOf(kept), valuesOf(rightly)]
  return [...new Set([...is.keys(), ...should.keys()])]
    .toSorted()
    .filter((key) => is.get(key) !== should.get(key))
    .map((key) => ({
      where: `${what} ${key}`,
      what: `is ${is.get(key) ?? 'not there'}, and the ${from} come to ${should.get(key) ?? 'nothing'}`,
    }))
}
