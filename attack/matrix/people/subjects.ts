import { bodyOf, type Makers } from '../kit.ts'

/** An account, and a post that it has. */
export const subjects = {
  account: async ({ stage: { district }, handOf, next }) => {
    const body = { name: '新人', account: `new-${next()}.${district}` }
    return bodyOf(await (await handOf('systemAdmin')).post('/api/people', body)).id
  },
  post: async ({ subject, handOf }) => {
    const body = { account: await subject('account'), role: 'steward', unit: 'g-plum-1', starts: '2026-03-03' }
    return bodyOf(await (await handOf('systemAdmin')).post('/api/posts', body)).id
  },
} satisfies Makers<'account'>
