import { sql } from 'kysely'
import { within } from '#kernel/database/within.ts'
import { everybodysPassword } from '#testing/neighbourhood.ts'
import { bodyOf, type Maker, type Makers } from '../kit.ts'

const account: Maker = async ({ stage: { district }, handOf, next }) => {
  const body = { name: '新人', account: `new-${next()}.${district}` }
  return bodyOf(await (await handOf('systemAdmin')).post('/api/people', body)).id
}

/** An account, and a post of somebody's who has it once. */
export const subjects = {
  account,
  'account with a second factor': async (kit) => {
    const id = await account(kit)
    const { database, district } = kit.stage
    await within(database, { as: 'owner', district }, (connection) =>
      sql`update people.accounts set totp_confirmed = true where district = ${district} and id = ${id}`.execute(connection),
    )
    return id
  },
  'session of a steward': async ({ stage: { cookieOf, district, hand } }) => {
    const cookie = await cookieOf('/api/session', { account: `cast-steward.${district}`, password: everybodysPassword })
    const sessions: { id: string; here: boolean }[] = bodyOf(await hand(cookie).get('/api/sessions'))
    const one = sessions.find(({ here }) => here)
    if (!one) throw new Error('a session does not know itself')
    return one.id
  },
  post: async (kit) => {
    const body = { account: await account(kit), role: 'steward', unit: 'g-plum-1', starts: '2026-03-03' }
    return bodyOf(await (await kit.handOf('systemAdmin')).post('/api/posts', body)).id
  },
} satisfies Makers
