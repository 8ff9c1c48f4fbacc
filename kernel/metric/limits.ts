import { sql } from 'kysely'
import type { Connection } from '../database/open.ts'

/**
 * Lets this transaction read time limits beside the items that its asker sees (`kernel/metric/migrations`): without an item in hand
 * nothing else reads them.
 */
export const openLimits = (connection: Connection) => sql.raw("set local app.counting = 'on'").execute(connection)
