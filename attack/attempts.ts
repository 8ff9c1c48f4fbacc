import { sql } from 'kysely'
import type { Database } from '#kernel/database/open.ts'
import { within } from '#kernel/database/within.ts'

/** Forgets how often anybody has tried, of one district or of all: how soon somebody is slowed down is not what is asked. */
export const forgetAttempts = (database: Database, district?: string) =>
  within(database, { as: 'owner' }, (connection) =>
    sql`delete from people.attempts ${district === undefined ? sql`` : sql`where district = ${district}`}`.execute(connection),
  )
