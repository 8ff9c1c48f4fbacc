import { sql } from 'kysely'
import { newId } from '../../../database/ids.ts'
import type { Connection } from '../../../database/open.ts'

/** How somebody came or went; `idle` is who had not been there any more. By `halfway` their password was right and the code of their second factor did not come. */
export const ways = ['in', 'refused', 'slowed', 'halfway', 'out', 'ended', 'idle'] as const
export type Came = (typeof ways)[number]

/** Notes how one of the staff came or went, or that they did not get in. Of a name that nobody has, only that it was tried. */
export const noteSignIn = (
  connection: Connection,
  district: string,
  now: Temporal.Instant,
  { account, came, device }: { account: string | undefined; came: Came; device: string },
) =>
  sql`
  insert into people.sign_ins (district, id, at, account, came, device)
  values (${district}, ${newId()}, ${now.toString()}::timestamptz, ${account ?? null}, ${came}, ${device.slice(0, 200)})`.execute(
    connection,
  )

/** Which of them are asked for: of one account, only what was refused, before one of them. */
export interface SignInsAsked {
  account?: string
  refused?: boolean
  before?: string
}

export interface SignInRow {
  id: string
  at: Date
  account: string | null
  name: string | null
  came: Came
  device: string
}

/** They, the latest first, so many at most. */
export async function signInsBefore(
  connection: Connection,
  district: string,
  { account, refused, before }: SignInsAsked,
  most: number,
): Promise<SignInRow[]> {
  const { rows } = await sql<SignInRow>`
    select s.id, s.at, s.account, s.came, s.device, a.display_name as name
    from people.sign_ins s left join people.accounts a on a.district = s.district and a.id = s.account
    where s.district = ${district} ${before === undefined ? sql`` : sql`and s.id < ${before}::uuid`}
      ${account === undefined ? sql`` : sql`and s.account = ${account}`}
      ${refused === true ? sql`and s.came in ('refused', 'slowed')` : sql``}
    order by s.id desc limit ${most}`.execute(connection)
  return rows
}
