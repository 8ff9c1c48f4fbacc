import { sql } from 'kysely'
import type { Database } from '../database/open.ts'
import { within } from '../database/within.ts'
import { type Refusal, refusal } from '../flow/refusal.ts'
import { type Words, words } from '../words.ts'

/** Where that is counted which is one in the whole installation, as names to sign in with are: it is no district's. */
export const everywhere = ''

const network = words('网络地址（IPv6 按 /64 网段）', 'a network address, of IPv6 a network of /64')

/** By whom something is counted. */
export const countedBy = {
  account: words('每个账号', 'an account'),
  phone: words('未登录的每部手机', 'a phone of nobody signed in'),
  address: words(`每个${network.zh}`, network.en),
  stranger: words(`未登录的每个${network.zh}`, `${network.en}, of nobody signed in`),
  telephone: words('每个电话号码', 'a telephone number'),
  code: words('每个验证码', 'a code'),
  telephoneFrom: words(`每个电话号码在每个${network.zh}`, `a telephone number, from ${network.en}`),
  name: words('每个账号名，不论从哪里', 'a name to sign in with, from wherever'),
  nameFrom: words(`每个账号名在每个${network.zh}`, `a name to sign in with, from ${network.en}`),
  webhook: words('每个推送地址', 'a webhook'),
} satisfies Record<string, Words>

/** How often something may be done by one of those that it is counted by, within a window of so many minutes by the clock. */
export interface Allowance {
  /** It is counted under this. */
  name: string
  what: Words
  per: keyof typeof countedBy
  most: number
  minutes: number
}

const declared = new Map<string, Allowance>()

/** Declares how often something may be done; all that are declared are drawn into `docs/allowances.md`. */
export function allow(given: Allowance): Allowance {
  if (declared.has(given.name)) throw new Error(`two allowances are called ${given.name}`)
  declared.set(given.name, given)
  return given
}

/** All that was declared by what is loaded, whichever was first: by what they are for, and by whom they count. */
export const allowances = (): Allowance[] => [...declared.values()].sort((one, other) => (sorted(one) < sorted(other) ? -1 : 1))
const sorted = ({ what, per }: Allowance) => `${what.en} ${per}`

/** Exports of lists in which people stand, counted together. */
export const exportsAllowed = allow({
  name: 'exports',
  what: words('导出事项、代办、党员声明、走访、查看记录', 'exports of cases, errands, declarations, visits and looks'),
  per: 'account',
  most: 20,
  minutes: 60,
})

/**
 * Counts one more attempt of `whose` (an account, a telephone, an address), or as many as it stands for, and refuses when there were
 * too many in the window that runs by the clock: around its end there may be twice as many. In a transaction of its own: an attempt
 * that fails is counted all the same.
 */
export async function attempt(
  database: Database,
  district: string,
  { name, most, minutes }: Pick<Allowance, 'name' | 'most' | 'minutes'>,
  whose: string,
  now: Temporal.Instant,
  times = 1,
): Promise<Refusal | undefined> {
  const length = minutes * 60_000
  const start = Temporal.Instant.fromEpochMilliseconds(Math.floor(now.epochMilliseconds / length) * length)
  const count = await within(database, { as: 'command', district }, async (connection) => {
    const { rows } = await sql<{ count: number }>`
      insert into people.attempts as a (district, subject, window_start, count)
      values (${district}, ${subjectOf(name, whose)}, ${start.toString()}::timestamptz, ${times})
      on conflict (district, subject, window_start) do update set count = a.count + excluded.count returning count`.execute(
      connection,
    )
    return rows[0]?.count ?? times
  })
  if (count <= most) return undefined
  const wait = Math.ceil((start.epochMilliseconds + length - now.epochMilliseconds) / 60_000)
  return refusal('tooMany', `尝试次数过多，请 ${wait} 分钟后再试`, `too many attempts: try again in ${wait} minutes`)
}

/** Forgets the attempts of somebody who has got through. */
export const forgive = (database: Database, district: string, { name }: Allowance, whose: string) =>
  within(database, { as: 'command', district }, (connection) =>
    sql`delete from people.attempts where district = ${district} and subject = ${subjectOf(name, whose)}`.execute(connection),
  )

const subjectOf = (name: string, whose: string) => `${name} of ${whose}`
