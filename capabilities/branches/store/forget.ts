import { sql } from 'kysely'
import { setErased } from '#kernel/flow/store/timers.ts'
import type { Forget } from '#kernel/people/erasing.ts'
import type { Standing } from '#kernel/retention/rule.ts'
import { words } from '#kernel/words.ts'
import { declarationOf } from '../capability.ts'
import { declarationFlow } from '../flow.ts'

/** What is kept of members: nothing longer than they want. */
export const branchStanding: readonly Standing[] = [
  {
    what: words(
      '党员认领的责任区、承诺、邻居可见的称呼（加密）',
      'areas that members claim, what they promise, what neighbours call them, encrypted',
    ),
    table: 'declarations.areas, vault.secrets',
    until: words(
      '放下、满一年未续、撤回或本人要求删除时，当即遗忘',
      'forgotten at once as it is released, lapses or is withdrawn, or as the person asks',
    ),
    why: words('邻居知道谁照看什么', 'so that neighbours know who looks after what'),
  },
]

/** What declarations keep of a person beside the vault. What stands ends by the clock, at once, and no figure counts it: the record says so. */
export const forgetDeclarations: Forget = async (connection, district, party, now) => {
  const id = declarationOf(district, party)
  await sql`delete from declarations.areas where district = ${district} and declaration = ${id}`.execute(connection)
  const { rows } = await sql`select from declarations.declarations
    where district = ${district} and id = ${id} and (state = 'declared' or claimed_as is not null)`.execute(connection)
  const ids = rows.map(() => id)
  await setErased(connection, { district, flow: declarationFlow.name, command: 'erase' }, ids, now)
  return []
}
