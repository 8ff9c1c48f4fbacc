import assert from 'node:assert/strict'
import { connect } from 'node:net'
import { test } from 'node:test'
import { sql } from 'kysely'
import { within } from '#kernel/database/within.ts'
import { setStage } from '#testing/stage.ts'

// Pages with live updates on phones that come and go.
const stage = await setStage()
const { app, house, live } = stage
const address = new URL(await app.listen({ host: '127.0.0.1', port: 0 }))
const { cookie = '' } = await stage.at('wangMin')
test.after(async () => {
  live.close()
  await app.close()
})

test('a page that hangs up before it is known whose it is is not listened for', async () => {
  const gone = Promise.withResolvers<void>()
  const taken = Promise.withResolvers<void>()
  app.server.once('request', (request) => {
    request.once('close', gone.resolve)
    taken.resolve()
  })
  // For so long nobody can be known.
  await within(house.database, { as: 'owner' }, async (connection) => {
    await sql`lock table people.sessions in access exclusive mode`.execute(connection)
    const phone = connect(Number(address.port), address.hostname)
    phone.write(`GET /api/live HTTP/1.1\r\nhost: ${address.host}\r\ncookie: ${cookie}\r\n\r\n`)
    await taken.promise
    phone.destroy()
    await gone.promise
  })
  const page = await fetch(new URL('/api/live', address), { headers: { cookie } })
  assert.match(new TextDecoder().decode((await page.body?.getReader().read())?.value), /^retry/)
  assert.equal(live.count(), 1, 'only the one that is there')
})
