import type { Connection, Database } from '../../database/open.ts'
import { within } from '../../database/within.ts'
import { type Refusal, unlessRefused } from '../../flow/refusal.ts'
import { raiseRules } from '../../place/rules.ts'
import type { Actor } from '../actor.ts'

/**
 * Changes who is at which post or on duty, one at a time in a district: of two who end the last two administrators, the second sees
 * what the first did. What is refused is not kept.
 */
export const changePosts = <Done extends object>(
  database: Database,
  { district }: Actor,
  work: (connection: Connection) => Promise<Done | Refusal>,
) =>
  within(
    database,
    { as: 'command', district },
    async (connection) => {
      await raiseRules(connection, district)
      return work(connection)
    },
    unlessRefused,
  )
