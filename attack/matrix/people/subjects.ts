import { bodyOf, type Maker, type Makers } from '../kit.ts'

const account: Maker = async ({ stage: { district }, handOf, next }) => {
  const body = { name: '新人', account: `new-${next()}.${district}` }
  return bodyOf(await (await handOf('systemAdmin')).post('/api/people', body)).id
}

/** An account, and a post of somebody's who has it once. */
export const subjects = {
  account,
  post: async (kit) => {
    const body = { account: await account(kit), role: 'steward', unit: 'g-plum-1', starts: '2026-03-03' }
    return bodyOf(await (await kit.handOf('systemAdmin')).post('/api/posts', body)).id
  },
} satisfies Makers
