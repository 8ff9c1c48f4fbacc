import { sql } from 'kysely'
import { setErased } from '#kernel/flow/store/timers.ts'
import type { Forget } from '#kernel/people/erasing.ts'
import { applicationFlow } from '../flow.ts'

/** Applications keep of a person nothing beside the vault, but for what those of before tell in the clear (`docs/privacy.md`). One that waits for an answer is withdrawn by the clock, at once: nobody is left to visit. */
export const forgetApplications: Forget = async (connection, district, party, now) => {
  const { rows } = await sql<{ id: string }>`
    select id from applications.applications
    where district = ${district} and parties && ${[party]} and state in ('applied', 'visited', 'approved')`.execute(connection)
  const ids = rows.map(({ id }) => id)
  await setErased(connection, { district, flow: applicationFlow.name, command: 'withdraw' }, ids, now)
  return []
}
