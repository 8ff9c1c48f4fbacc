import { within } from '../database/within.ts'
import type { House } from '../flow/house.ts'
import { type Refusal, refusal } from '../flow/refusal.ts'
import { words } from '../words.ts'
import { type Account, accountOf } from './accounts.ts'
import type { Actor } from './actor.ts'
import { passwordFits } from './password.ts'
import { allow, attempt } from './throttle.ts'

const allowed = allow({
  name: 'passwords',
  what: words('再次输入密码', 'a password asked for again'),
  per: 'account',
  most: 20,
  minutes: 15,
})

/** Asks whoever is signed in for their password once more, before what must be done by nobody else at their desk: gives their account, or why not. */
export async function askAgain(
  { database, clock }: Pick<House, 'database' | 'clock'>,
  { district, id }: Pick<Actor, 'district' | 'id'>,
  password: string,
): Promise<Account | Refusal> {
  const slowed = await attempt(database, district, allowed, id, clock())
  if (slowed) return slowed
  const account = await within(database, { as: 'command', district }, (connection) =>
    accountOf(connection, district, id, clock()),
  )
  return account && (await passwordFits(password, account.password)) ? account : wrong
}

const wrong = refusal('notYou', '密码不正确', 'the password is wrong')
