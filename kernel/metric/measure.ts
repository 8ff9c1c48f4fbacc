import { type RawBuilder, sql } from 'kysely'
import type { Role } from '../people/roles.ts'

/** The columns by which what is counted can be asked for, and by which it is kept as tallies. */
export const cellColumns = ['unit', 'street', 'community', 'category'] as const
export type CellColumn = (typeof cellColumns)[number]

/** What stands in a table and is counted by the day on which it began, such as cases. */
export interface Countable {
  /** Under this name days are marked whose tallies are out of date. */
  name: string
  /** The table, with the name that all the other fragments call it by; and that name. */
  from: RawBuilder<unknown>
  as: string
  /** All that figures read of a row beside its district, by the names of its columns, so that what is long is unpacked once. */
  read: RawBuilder<unknown>
  /** The time limits of a row in a district, for measures that look into them (`byLimits`, `limitsOfItem`). */
  limits?: (district: RawBuilder<unknown>) => RawBuilder<unknown>
  district: RawBuilder<unknown>
  /** The moment that puts a row into a window. */
  at: RawBuilder<unknown>
  columns: Record<CellColumn, RawBuilder<unknown>>
  /** Who counts a row: `all` (each their own), `district` (those who see all of it), or `guards` (of these, who see what is protected). */
  reach: RawBuilder<unknown>
  /** Which rows are a post's own to count, for posts that do not see the whole district: columns that name its unit. */
  own: Partial<Record<Role, readonly (CellColumn | RawBuilder<unknown>)[]>>
  /**
   * What changes no more, but by a command that marks its day (`markDay`): this is kept as tallies. And all the rest, of which what each comes to is
   * kept if it is an item (`keepUnsettled`).
   */
  settled: RawBuilder<unknown>
  unsettled: RawBuilder<unknown>
  /** Of an item of a flow its id, and its version, which is another after every command. */
  item?: { id: RawBuilder<unknown>; version: RawBuilder<unknown> }
}

/** What each row that counts gives: numbers to add up (a yes is a one), or one number to order. */
export type Rows = {
  /** What is joined to the table, and further conditions. */
  joined?: RawBuilder<unknown>
  where?: RawBuilder<unknown>
} & ({ sums: Record<string, RawBuilder<unknown>> } | { value: RawBuilder<unknown> })

/**
 * How rows are counted for one or several metrics, as of a moment, in a district, which whatever is looked up beside a row names itself:
 * a cluster finds no one node for what only goes by the row's own. Of what is settled, it is the same at every moment; of the rest it changes with
 * its version and when a limit passes, and at no other.
 */
export interface Measure {
  /** Tallies are kept under it. */
  name: string
  of: Countable
  /** Whether it counts by the limits of its rows, which stand beside each as `limits`. */
  byLimits?: boolean
  rows: (now: RawBuilder<unknown>, district: RawBuilder<unknown>) => Rows
}

/** A moment for SQL. */
export const moment = (instant: Temporal.Instant): RawBuilder<unknown> => sql`${instant.toString()}::timestamptz`

/** A district for SQL. */
export const named = (district: string): RawBuilder<unknown> => sql`${district}`

/** That there are some of what is sought in sums, of a cell, a day or an item, where so many of other measures come before. */
export type Has = (sums: RawBuilder<unknown>, before: number) => RawBuilder<unknown>

/** The numbers of `sums`, in the order in which tallies keep them. */
export const namesOf = (rows: Rows): string[] => ('sums' in rows ? Object.keys(rows.sums) : [])

/** Whether any of them looks into the limits of its rows. */
export const looksIntoLimits = (measures: readonly Measure[]) => measures.some(({ byLimits }) => byLimits === true)

/**
 * The table of what measures count in a district; with the limits of each row, where one of them looks into these: for others they would be
 * looked up in vain.
 */
export function tableFor(measures: readonly Measure[], { as, from, limits }: Countable, district: string): RawBuilder<unknown> {
  if (!limits || !looksIntoLimits(measures)) return from
  return sql`(select ${sql.id(as)}.*, ${limits(named(district))} as limits from ${from}) ${sql.id(as)}`
}

/** All that measures read of a row of that table. */
export const readFor = (measures: readonly Measure[], { as, read }: Countable): RawBuilder<unknown> =>
  looksIntoLimits(measures) ? sql`${read}, ${sql.id(as)}.limits` : read
