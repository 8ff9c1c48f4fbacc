import { type RawBuilder, sql } from 'kysely'
import type { Connection } from '../database/open.ts'

/**
 * Lets this transaction read time limits, and what is kept of what is not settled, beside the items that its asker sees
 * (`kernel/metric/migrations`): without an item in hand nothing else reads them.
 */
export const openLimits = (connection: Connection) => sql.raw("set local app.counting = 'on'").execute(connection)

/**
 * The time limits of an item, for SQL: an array of `flow.timed_limit`, to be unnested. They are looked up once for all figures that are told from
 * it. Where they are not open (`openLimits`) there are none, and figures are noughts.
 */
export const limitsOfItem = (district: RawBuilder<unknown>, item: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`array(select row(l.id, l.step, l.round, l.starts_at, l.due_at, l.ended_at, l.cause)::flow.timed_limit
    from flow.limits l where l.district = ${district} and l.item = ${item})`
