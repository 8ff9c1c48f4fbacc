import { sql } from 'kysely'
import type { Forget } from '#kernel/people/erasing.ts'
import { applicationFlow } from '../flow.ts'

/** Applications keep of a person nothing beside the vault. One that waits for an answer is withdrawn by the clock, at once: nobody is left to visit. */
export const forgetApplications: Forget = async (connection, district, party) => {
  await sql`
    insert into flow.timers (district, flow, item, key, at, command, input)
    select district, ${applicationFlow.name}, id, 'erased', '-infinity', 'withdraw', '{}' from applications.applications
    where district = ${district} and parties && ${[party]} and state in ('applied', 'visited', 'approved')
    on conflict (district, flow, item, key) do nothing`.execute(connection)
  return []
}
