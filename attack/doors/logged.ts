import { furnish } from '#bin/house.ts'
import { ruleSuggester } from '#capabilities/cases/suggesting.ts'
import { logbook } from '#testing/logbook.ts'
import { lampReport } from '#testing/stage.ts'
import type { Knock } from './knock.ts'
import { everything, planted, saidIn } from './world.ts'

/** The log of a real server under a mixed load, with what breaks in the worst way: an error that carries what somebody wrote. */
export const logged: Knock = async ({ database, clock, house, district, hand }) => {
  const { log, text } = logbook()
  const said = Object.assign(new Error('the gateway is away'), {
    detail: planted.phone,
    parameters: [planted.words],
    cause: planted.name,
  })
  const { app } = await furnish({
    ...{ database, clock: clock.now, ring: house.ring, files: '/nowhere', suggester: ruleSuggester(), trust: 0 },
    log,
    sendCode: async () => {
      throw said
    },
  })
  const cookie = hand('reporter').cookie ?? ''
  const headers = { 'linli-district': district, 'linli-device': 'the phone of somebody', cookie }
  const token = cookie.split('.')[1] ?? ''
  const words = encodeURIComponent(planted.words)
  const load = [
    {
      method: 'POST',
      url: '/api/cases',
      payload: lampReport({ ...planted }),
      headers: { ...headers, 'idempotency-key': 'once' },
    },
    { method: 'POST', url: '/api/cases', payload: { ...planted }, headers: { ...headers, 'idempotency-key': 'twice' } },
    { method: 'POST', url: '/api/session/phone-code', payload: { phone: planted.phone }, headers },
    { method: 'POST', url: '/api/session', payload: { account: planted.phone, password: planted.name }, headers },
    { method: 'POST', url: '/api/session/query-code', payload: { code: '7KQ2M9XW4T3PD' }, headers },
    { method: 'GET', url: `/api/cases?q=${words}`, headers },
    { method: 'GET', url: `/api/nowhere/${words}`, headers },
    { method: 'GET', url: '/api/me/data.zip', headers },
  ] as const
  for (const one of load) await app.inject(one)
  app.log.error({ err: said }, 'a fault of ours')
  app.log.error({ err: { id: 'a row', item: 'a case', attempts: 1, fault: said } }, 'a fault in the rounds')
  await app.close()
  return [
    ...saidIn(text(), [...everything, '7KQ2M9XW4T3PD', ...(token ? [token] : [])]).map((word) => `it holds ${word}`),
    ...(text().includes('the gateway is away') ? [] : ['nothing is logged at all']),
  ]
}
