import { sql } from 'kysely'
import type { Connection } from '#kernel/database/open.ts'
import type { Question } from '#kernel/flow/house.ts'
import type { Case } from '../contract/item.ts'

/** What tells and asks, and moves nothing: whoever only did this did not work on the case. */
const besides = ['callBack', 'comment', 'check', 'approve', 'answerOutside', 'exclude']

/** What is done to solve it: whoever did this in a round, at whatever post, does not look at it for the house. */
const doing = ['receive', 'contact', 'contribute', 'solveOnSite', 'resolve']

/** Whether a person has worked on the solution that is to be looked at: in this round, for in another somebody else may have. */
export async function hasSolved(connection: Connection, { actor, item }: Question<Case>): Promise<boolean> {
  const round = 'round' in item ? item.round : 1
  const { rows } = await sql<{ solved: boolean }>`select exists (select from record.events
    where district = ${actor.district} and item = ${item.id} and command = any (${doing}) and body::jsonb->'by'->>'id' = ${actor.id}
      and at >= (select min(starts_at) from flow.limits
        where district = ${actor.district} and item = ${item.id} and round = ${round})) as solved`.execute(connection)
  return rows[0]?.solved ?? false
}

/** Whether a person, at whatever post, has worked on a case: found in its events, which a reader of the case may read. */
export async function hasActed(connection: Connection, { actor, item }: Question<Case>): Promise<boolean> {
  const { rows } = await sql<{ acted: boolean }>`select exists (select from record.events
    where district = ${actor.district} and item = ${item.id} and not (command = any (${besides}))
      and body::jsonb->'by'->>'id' = ${actor.id}) as acted`.execute(connection)
  return rows[0]?.acted ?? false
}
