import { deliver } from '#kernel/record/deliver.ts'
import { reported } from '../cases/subjects.ts'
import { bodyOf, type Makers } from '../kit.ts'

/** A webhook, and what was delivered to it. */
export const subjects = {
  webhook: async ({ handOf, next }) => {
    const body = { name: `热线 ${next()}`, address: 'https://example.org/hook' }
    return bodyOf(await (await handOf('systemAdmin')).post('/api/webhooks', body)).webhook.id
  },
  delivery: async (kit) => {
    const { database, district, clock } = kit.stage
    const webhook = await kit.subject('webhook')
    await reported(kit)
    await deliver(database, district, clock.now())
    return bodyOf(await (await kit.handOf('systemAdmin')).get(`/api/webhooks/${webhook}/deliveries`))[0].id
  },
} satisfies Makers<'webhook'>
