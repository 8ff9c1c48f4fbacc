import { sql } from 'kysely'
import { furnish } from '#bin/house.ts'
import { ruleSuggester } from '#capabilities/cases/suggesting.ts'
import { district } from '#demo/geography/names.ts'
import type { Database } from '#kernel/database/open.ts'
import { within } from '#kernel/database/within.ts'
import { accountOf, homeOf } from '#kernel/people/accounts.ts'
import { cookieName } from '#kernel/people/cookie.ts'
import { startSession } from '#kernel/people/sessions.ts'
import { systemClock } from '#kernel/time/clock.ts'
import type { Keyring } from '#kernel/vault/keyring.ts'

/** The program on a demo district, with its people signed in. */
export async function openCrowd(database: Database, ring: Keyring) {
  const furnished = await furnish({
    ...{ database, ring, clock: systemClock, suggester: ruleSuggester(), files: '' },
    sendCode: async () => ({}),
  })
  const { app } = furnished
  const cookies = new Map<string, Promise<string>>()
  const begin = async (account: string): Promise<string> => {
    const home = await within(database, { as: 'command', district: '' }, (connection) => homeOf(connection, account))
    if (!home) throw new Error(`there is no ${account}: is this a demo district?`)
    const token = await within(database, { as: 'command', district: home.home }, async (connection) => {
      const known = await accountOf(connection, home.home, home.account, systemClock())
      return startSession(
        connection,
        home.home,
        { account: home.account, kind: known?.kind ?? 'staff', device: 'bench' },
        systemClock(),
      )
    })
    return `${cookieName}=${token}`
  }
  const cookieOf = (account: string): Promise<string> => {
    const known = cookies.get(account) ?? begin(account)
    cookies.set(account, known)
    return known
  }

  /** Asks once; gives the answer and how many milliseconds it took. */
  async function get(as: string, url: string): Promise<{ body: string; took: number }> {
    const cookie = await cookieOf(as)
    const began = performance.now()
    const reply = await app.inject({ url, headers: { cookie, 'linli-district': district.code } })
    const took = performance.now() - began
    if (reply.statusCode !== 200) throw new Error(`${as} ${url}: ${reply.statusCode} ${reply.body.slice(0, 300)}`)
    return { body: reply.body, took }
  }

  /** Sends a command; gives what came back. */
  async function post(as: string, url: string, payload: object, key: string) {
    const reply = await app.inject({
      ...{ method: 'POST', url, payload },
      headers: { cookie: await cookieOf(as), 'linli-district': district.code, 'idempotency-key': key },
    })
    if (reply.statusCode >= 300) throw new Error(`${as} ${url}: ${reply.statusCode} ${reply.body.slice(0, 300)}`)
    return reply.json<{ id: string; number: string; version: number }>()
  }

  return {
    ...furnished,
    cookieOf,
    get,
    post,
    async end() {
      furnished.live.close()
      await app.close()
    },
  }
}
export type Crowd = Awaited<ReturnType<typeof openCrowd>>

/** How many cases there are. */
export const countOf = (database: Database): Promise<number> =>
  within(database, { as: 'owner', district: district.code }, async (connection) => {
    const { rows } = await sql<{ count: number }>`
      select count(*)::integer as count from cases.cases where district = ${district.code}`.execute(connection)
    return rows[0]?.count ?? 0
  })
