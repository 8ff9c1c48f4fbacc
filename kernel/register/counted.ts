import { type RawBuilder, sql } from 'kysely'
import type { TSchema } from 'typebox'
import type { Countable, Measure } from '../metric/measure.ts'
import { zone } from '../time/zone.ts'
import type { Register } from './define.ts'

/**
 * The entries of a register, as `e`, for figures: `e.key`, `e.entry`, `e.ends`, and the columns that it can be asked by. Whoever has a post in a
 * street or community counts what lies there, by the columns `street` and `community`, which the register has.
 */
export function countedEntries<Schema extends TSchema, Facts>({
  name,
  keptIn,
  filters = [],
}: Register<Schema, Facts>): Countable {
  const columns = filters.map((filter) => sql`e.${sql.id(filter)}`)
  return {
    ...{ name, as: 'e' },
    from: sql`${sql.id(keptIn.schema, keptIn.table)} e`,
    read: sql`${sql.join([sql`e.${sql.id(keptIn.key)} as key, e.${sql.id(keptIn.entry)} || '{}' as entry, e.ends`, ...columns])}`,
    district: sql`e.district`,
    // Of what stands, only the present is counted: it has no moment that puts it into a window.
    at: sql`'-infinity'::timestamptz`,
    columns: { unit: sql`e.community`, street: sql`e.street`, community: sql`e.community`, category: sql`'-'` },
    reach: sql`'all'`,
    own: {
      communitySecretary: ['community'],
      communityWorker: ['community'],
      gridLeader: ['community'],
      streetDesk: ['street'],
      dutyOfficer: ['street'],
    },
    settled: sql`false`,
    unsettled: sql`true`,
  }
}

/** How entries that stand are counted: those that are so, each as one or as many as it says. */
export const standing = (
  name: string,
  of: Countable,
  where: RawBuilder<unknown>,
  each: RawBuilder<unknown> = sql`1`,
): Measure => ({
  ...{ name, of },
  rows: (now) => ({
    where: sql`(e.ends is null or e.ends > (${now} at time zone ${sql.lit(zone)})::date) and ${where}`,
    sums: { good: each },
  }),
})
