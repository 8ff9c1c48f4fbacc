import { everybodysPassword } from '#testing/neighbourhood.ts'
import { lampReport } from '#testing/stage.ts'
import { bodyOf } from './kit.ts'
import type { Given } from './row.ts'

/** An operation that anybody may send with a secret: what is said to whoever has not the right one, and to whoever has. */
export interface Opened {
  /** Nothing is opened by it: that is refused, or `text` says so. */
  wrong?: { input: (given: Given) => object; status: number; text?: string }
  right: (given: Given) => Promise<object>
  /** The secret is one of the whole installation, or none is asked for: it is good wherever it is sent. */
  isAnywhere?: true
}

const phoneOf = ({ next }: Given) => `137${String(next('phone')).padStart(8, '0')}`
const noCode = 'AAAAAAAAAAAAA'
/** A query code that somebody without an account was given. */
const codeOf = async ({ stage }: Given): Promise<string> =>
  bodyOf(await stage.nobody().send('report', '', lampReport({ category: 'neighbours.dispute' }))).secret.queryCode
/** What came to a telephone with a question. */
async function linkOf({ stage, subject, spend }: Given): Promise<string> {
  spend('case asked')
  await subject('case asked')
  return stage.cameTo('13877771111').replace('/q/', '')
}

/** Operations that anybody may send with a secret: a password, a code, the token of a link. */
export const withSecret: Readonly<Record<string, Opened>> = {
  'POST /api/session': {
    wrong: { input: ({ stage }) => ({ account: `cast-nobody.${stage.district}`, password: 'not this one 9' }), status: 401 },
    right: async ({ stage }) => ({ account: `cast-nobody.${stage.district}`, password: everybodysPassword }),
    isAnywhere: true,
  },
  'POST /api/session/phone-code': { right: async (given) => ({ phone: phoneOf(given) }), isAnywhere: true },
  'POST /api/session/phone': {
    wrong: { input: () => ({ phone: '13700009999', code: '000000' }), status: 401 },
    right: async (given) => {
      const phone = phoneOf(given)
      // A code is good on the phone that asked for it.
      bodyOf(await given.hand.post('/api/session/phone-code', { phone }))
      return { phone, code: given.stage.cameTo(phone) }
    },
  },
  'POST /api/session/query-code': {
    wrong: { input: () => ({ code: noCode }), status: 404 },
    right: async (given) => ({ code: await codeOf(given) }),
  },
  'POST /api/cases/by-code': {
    wrong: { input: () => ({ codes: [noCode] }), status: 200, text: '{"rows":[]}' },
    right: async (given) => ({ codes: [await codeOf(given)] }),
  },
  'POST /api/questions': {
    wrong: { input: () => ({ token: noCode }), status: 404 },
    right: async (given) => ({ token: await linkOf(given) }),
  },
  'POST /api/questions/reply': {
    wrong: { input: () => ({ token: noCode, words: '二单元' }), status: 404 },
    right: async (given) => ({ token: await linkOf(given), words: '二单元' }),
  },
}
