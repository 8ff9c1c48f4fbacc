import type { Makers } from '../kit.ts'

/** A visit by which a duty of the network was done. */
export const subjects = {
  visit: async ({ subject, post }) => {
    await subject('network')
    const made = { on: '2026-03-02', done: [{ network: 'network', what: '巡查楼道' }] }
    return (await post('gridWorker', '/api/visits', made)).id
  },
} satisfies Makers<'network'>
