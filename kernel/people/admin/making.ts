import type { Connection } from '../../database/open.ts'
import { halfHidden } from '../../flow/reveal.ts'
import { mobileOf } from '../../vault/telephone.ts'
import type { Actor } from '../actor.ts'
import { makeAccount, takeName } from './store/people.ts'
import { note } from './trail.ts'

interface Making {
  id: string
  name: string
  /** What they sign in with. */
  account: string
  /** Their first password, as it is kept. */
  password: string
}

/** Makes an account and notes who made it. Gives whether what they are to sign in with was free; if not, nothing is made. */
export async function makePerson(connection: Connection, actor: Actor, now: Temporal.Instant, making: Making): Promise<boolean> {
  if (!(await takeName(connection, actor.district, making.account, making.id))) return false
  await makeNamed(connection, actor, now, making)
  return true
}

/** Makes an account whose name to sign in with is taken for it, and notes who made it. */
export async function makeNamed(
  connection: Connection,
  actor: Actor,
  now: Temporal.Instant,
  { id, name, account, password }: Making,
): Promise<void> {
  const { district } = actor
  await makeAccount(connection, district, { id, signInName: account, displayName: name, password })
  // The trail is read by others: of a telephone it keeps no more than lists show.
  const mobile = mobileOf(account)
  await note(connection, actor, now, {
    ...{ what: 'account made', subject: id },
    told: { name, account: mobile === undefined ? account : halfHidden(mobile) },
  })
}
