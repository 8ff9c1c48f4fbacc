import assert from 'node:assert/strict'
import { test } from 'node:test'
import { logbook } from '#testing/logbook.ts'
import { setStage } from '#testing/stage.ts'
import { standingIn, talk } from './talk.ts'

test('whatever people send or are told, the log at its most talkative has nothing of it', async () => {
  const { log, text, lines } = logbook()
  const stage = await setStage(undefined, undefined, { log })
  const address = await stage.app.listen({ host: '127.0.0.1', port: 0 })
  const planted = await talk(address, stage.district)
  await stage.app.close()
  assert.deepEqual(standingIn(text(), planted), [])
  // Six digits may stand in a longer number by chance, and may be the number of this process.
  const code = new RegExp(`(?<![0-9a-z])${stage.cameTo('13876543210')}(?![0-9a-z])`)
  assert.doesNotMatch(text().replaceAll(`"pid":${process.pid}`, ''), code)
  const statuses = new Set(lines().map(({ status }) => status))
  for (const status of [200, 400, 401, 404]) assert.ok(statuses.has(status), `nothing was answered ${status}`)
})
