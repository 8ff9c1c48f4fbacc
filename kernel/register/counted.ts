import { type RawBuilder, sql } from 'kysely'
import type { TSchema } from 'typebox'
import type { Frame } from '../metric/define.ts'
import type { Countable, Measure } from '../metric/measure.ts'
import { zone } from '../time/zone.ts'
import type { Register } from './define.ts'
import { ownColumns } from './own.ts'

/** The address of the list of a register's entries that a figure of theirs counted for its asker, with what else it is to be asked by. */
export function entriesOf({ path }: { path: string }, frame: Frame, group: string, more: Record<string, string> = {}): string {
  const { actor, by, street, community } = frame
  const own = ownColumns[actor.role]
  const filter = {
    ...more,
    ...(street !== undefined && { street }),
    ...(community !== undefined && { community }),
    ...(own && actor.unit !== undefined && { [own]: actor.unit }),
    ...(group !== '' && (by === 'street' || by === 'community') && { [by]: group }),
  }
  return `/api/registers/${path}?${new URLSearchParams(filter)}`
}

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
    own: Object.fromEntries(Object.entries(ownColumns).map(([role, column]) => [role, [column]])),
    settled: sql`false`,
    unsettled: sql`true`,
  }
}

/** Whether an entry stands at a moment. */
export const stands = (now: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`(e.ends is null or e.ends > (${now} at time zone ${sql.lit(zone)})::date)`

/** How entries that stand are counted: those that are so, each as one or as many as it says. */
export const standing = (
  name: string,
  of: Countable,
  where: RawBuilder<unknown>,
  each: RawBuilder<unknown> = sql`1`,
): Measure => ({
  ...{ name, of },
  rows: (now) => ({
    where: sql`${stands(now)} and ${where}`,
    sums: { good: each },
  }),
})
