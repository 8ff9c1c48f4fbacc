import { sql } from 'kysely'
import type { Countable } from '#kernel/metric/measure.ts'

const none = sql`none`

/** What figures that are made up are of: no table, and never read. */
export const nothing: Countable = {
  ...{ name: 'nothing', from: none, as: 'c', read: none, district: none, at: none },
  ...{ reach: none, settled: none, unsettled: none, own: {} },
  columns: { unit: none, street: none, community: none, category: none },
}
