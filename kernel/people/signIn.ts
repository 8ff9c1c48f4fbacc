import { randomInt } from 'node:crypto'
import { sql } from 'kysely'
import { newId } from '../database/ids.ts'
import type { Connection, Database } from '../database/open.ts'
import { within } from '../database/within.ts'
import { type Refusal, refusal } from '../flow/refusal.ts'
import { keyedHash } from '../vault/cipher.ts'
import type { Keyring } from '../vault/keyring.ts'
import { telephoneHash } from '../vault/telephone.ts'
import { words } from '../words.ts'
import { type Account, accountOf, homeOf } from './accounts.ts'
import { noteSignIn } from './admin/store/signIns.ts'
import { passwordFits } from './password.ts'
import { takeCode } from './secondFactor.ts'
import { startSession } from './sessions.ts'
import { allow, attempt, everywhere, forgive } from './throttle.ts'

interface Door {
  database: Database
  ring: Keyring
  now: Temporal.Instant
  /** Where the request came from, for throttling, and what device it says it is, for the list of sessions. */
  from: string
  device: string
  /** The secret of the phone that asks, if it says one: a code by telephone is good on the phone that asked for it. */
  phone: string
}

/** Tries to sign in by name and password, and codes by telephone. */
const [byName, byTelephone] = [words('用账号和密码登录', 'signing in by password'), words('短信验证码', 'codes by telephone')]
/** For how long a one-time code is good, and how many tries. */
export const codeIsGood = { minutes: 5, tries: 5 }

const byCode = words('输入短信验证码', 'codes by telephone that are typed')
const tries = {
  nameFrom: allow({ name: 'names from an address', what: byName, per: 'nameFrom', most: 10, minutes: 15 }),
  name: allow({ name: 'names', what: byName, per: 'name', most: 200, minutes: 15 }),
  address: allow({ name: 'sign-ins', what: byName, per: 'address', most: 60, minutes: 15 }),
  telephoneFrom: allow({ name: 'codes from there', what: byTelephone, per: 'telephoneFrom', most: 5, minutes: 60 }),
  telephone: allow({ name: 'codes', what: byTelephone, per: 'telephone', most: 15, minutes: 60 }),
  code: allow({ name: 'tries of a code', what: byCode, per: 'code', most: codeIsGood.tries, minutes: 60 }),
  codes: allow({ name: 'codes tried from an address', what: byCode, per: 'address', most: 120, minutes: 60 }),
  telephones: allow({ name: 'codes from an address', what: byTelephone, per: 'address', most: 30, minutes: 60 }),
}

const wrong = refusal('notSignedIn', '账号、密码或验证码不正确', 'the name, the password or the code is wrong')

/**
 * Signs staff in by name and password, and a code of the second factor where one is set up. Gives the session's token. Whether there
 * is such a name shows in nothing before: tries are counted where nothing of that goes in (names everywhere, addresses by the
 * district that was asked), and the same is read and reckoned.
 */
export async function signIn(
  door: Door,
  asked: string,
  { account: name, password, code }: { account: string; password: string; code?: string | undefined },
): Promise<{ token: string; account: Account } | Refusal> {
  const { database, ring, now, from, device } = door
  const known = await within(database, { as: 'command', district: everywhere }, (connection) => homeOf(connection, name))
  const district = known?.home ?? asked
  // What is typed there may be a resident's telephone, at the wrong door: it is counted by its keyed hash.
  const called = keyedHash(ring, 'sign-in name', name.trim().toLowerCase().slice(0, 100))
  const subject = `${called} from ${from}`
  const noted = <Refused extends Refusal>(came: 'refused' | 'halfway' | 'slowed', refused: Refused): Promise<Refused> =>
    within(database, { as: 'command', district }, async (connection) => {
      await noteSignIn(connection, district, now, { account: known?.account, came, device })
      return refused
    })
  // From one address a name is soon out of tries. From all of them it has more, so that no stranger locks its owner out at will.
  for (const [where, allowance, whose] of [
    [everywhere, tries.nameFrom, subject],
    [everywhere, tries.name, called],
    [asked, tries.address, from],
  ] as const) {
    const slowed = await attempt(database, where, allowance, whose, now)
    if (!slowed) continue
    // Once a window: who goes on trying must not fill the record.
    const before = await attempt(database, where, { ...allowance, name: `slowed ${allowance.name}`, most: 1 }, whose, now)
    return before ? slowed : noted('slowed', slowed)
  }
  const account = await within(database, { as: 'command', district }, (connection) =>
    accountOf(connection, district, known?.account ?? '', now),
  )
  const fits = await passwordFits(password, account?.password)
  if (!account || !fits) return noted('refused', wrong)
  if (account.totpConfirmed) {
    if (code === undefined) return noted('halfway', needsCode)
    const given = { district, account: account.id, code }
    if (!(await within(database, { as: 'command', district }, (connection) => takeCode(connection, ring, given, now))))
      return noted('refused', wrong)
  }
  await forgive(database, everywhere, tries.nameFrom, subject)
  const token = await within(database, { as: 'command', district }, (connection) =>
    startSession(connection, district, { account: account.id, kind: account.kind, device }, now),
  )
  return { token, account }
}

const needsCode = refusal('notSignedIn', '请输入动态验证码', 'enter the code of your second factor')

/** Whose a one-time code is: the telephone that it goes to, and the phone that asked, so that none takes the place of another's. */
interface Asked {
  hash: string
  asking: string
}
/** By what a code is found: the telephone's hash stands before the stroke, for whoever has it erased. */
const askedBy = (ring: Keyring, { hash, asking }: Asked) => `${hash}/${keyedHash(ring, 'phone that asked', asking)}`
const codeHash = (ring: Keyring, { hash, asking, code }: Asked & { code: string }) =>
  keyedHash(ring, 'phone code', `${hash}/${asking}/${code}`)

const wrongCode = refusal('notSignedIn', '验证码不正确或已过期，请重新获取', 'the code is wrong or over: ask for a new one')

/** Makes a one-time code for a telephone, of six digits. The caller sends it. */
export async function makePhoneCode(
  { database, ring, now, from, phone: asking }: Door,
  district: string,
  phone: string,
): Promise<{ code: string } | Refusal> {
  const hash = telephoneHash(ring, district, phone)
  // From all addresses a telephone has more, so that nobody at one address uses up what its owner has at theirs.
  const slowed =
    (await attempt(database, district, tries.telephoneFrom, `${hash} from ${from}`, now)) ??
    (await attempt(database, district, tries.telephone, hash, now)) ??
    (await attempt(database, district, tries.telephones, from, now))
  if (slowed) return slowed
  const code = String(randomInt(1_000_000)).padStart(6, '0')
  await within(database, { as: 'command', district }, (connection) =>
    sql`insert into people.phone_codes (district, phone, code, made_at)
      values (${district}, ${askedBy(ring, { hash, asking })}, ${codeHash(ring, { hash, asking, code })}, ${now.toString()}::timestamptz)
      on conflict (district, phone) do update set code = excluded.code, made_at = excluded.made_at, used = false`.execute(
      connection,
    ),
  )
  return { code }
}

/**
 * Signs a resident in by their telephone and its code: good once, on the phone that asked for it. Tries are counted by that phone, since from
 * any other no code is right: a stranger's use up nobody's. Their account is made when they come the first time.
 */
export async function signInByPhone(
  door: Door,
  district: string,
  phone: string,
  code: string,
): Promise<{ token: string } | Refusal> {
  const { database, ring, now, from, device, phone: asking } = door
  const hash = telephoneHash(ring, district, phone)
  const whose = askedBy(ring, { hash, asking })
  const slowed = await attempt(database, district, tries.codes, from, now)
  if (slowed) return slowed
  const { rows } = await within(database, { as: 'command', district }, (connection) =>
    sql<{ made: Date; fresh: boolean }>`select made_at as made,
        made_at > ${now.subtract({ minutes: codeIsGood.minutes }).toString()}::timestamptz as fresh
      from people.phone_codes where district = ${district} and phone = ${whose} and not used`.execute(connection),
  )
  const [kept] = rows
  if (!kept?.fresh) return wrongCode
  const made = kept.made.toISOString()
  // Counted in the window in which it was made: around the end of one it has no more.
  if (await attempt(database, district, tries.code, `${whose} ${made}`, Temporal.Instant.from(made))) return wrongCode
  return within(database, { as: 'command', district }, async (connection) => {
    const { numAffectedRows } = await sql`update people.phone_codes set used = true
      where district = ${district} and phone = ${whose} and not used and code = ${codeHash(ring, { hash, asking, code })}`.execute(
      connection,
    )
    if (!numAffectedRows) return wrongCode
    const account = (await accountOfPhone(connection, district, hash)) ?? (await newAccount(connection, district, hash))
    return { token: await startSession(connection, district, { account, kind: 'resident', device }, now) }
  })
}

async function accountOfPhone(connection: Connection, district: string, hash: string): Promise<string | undefined> {
  const { rows } = await sql<{ subject: string }>`
    select subject from vault.phones where district = ${district} and hash = ${hash}`.execute(connection)
  return rows[0]?.subject
}

/** The account of a telephone that comes the first time; where it comes by two phones at once, the one that was there first. */
async function newAccount(connection: Connection, district: string, hash: string): Promise<string> {
  const account = newId()
  const { numAffectedRows } = await sql`insert into vault.phones (district, hash, subject)
    values (${district}, ${hash}, ${account}) on conflict do nothing`.execute(connection)
  if (!numAffectedRows) return (await accountOfPhone(connection, district, hash)) ?? account
  await sql`insert into people.accounts (district, id, kind) values (${district}, ${account}, 'resident')`.execute(connection)
  return account
}
