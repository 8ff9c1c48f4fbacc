import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { within } from '#kernel/database/within.ts'
import { everybodysPassword } from '#testing/neighbourhood.ts'
import { setStage } from '#testing/stage.ts'
import { writeAccounts } from './accounts.ts'
import { hashPassword } from './password.ts'
import { writePosts } from './posts.ts'

const { app, clock, database, district, cookieOf, hand } = await setStage(undefined, undefined, {
  proxies: '127.0.0.1',
  office: '10.2.0.0/16',
})
const [office, home] = [{ 'x-forwarded-for': '10.2.0.9' }, { 'x-forwarded-for': '203.0.113.9' }]

before(async () => {
  const password = await hashPassword(everybodysPassword)
  const account = (id: string) => ({ id, kind: 'staff', signInName: `${id}.${district}`, displayName: id, password }) as const
  const starts = '2020-01-01'
  await within(database, { as: 'owner', district }, async (connection) => {
    await writeAccounts(connection, district, ['guard', 'both'].map(account))
    await writePosts(connection, district, [
      { id: 'p-guard', account: 'guard', role: 'securityAdmin', unit: district, starts },
      { id: 'p-system', account: 'both', role: 'systemAdmin', unit: district, starts },
      { id: 'p-leader', account: 'both', role: 'leader', unit: district, starts },
    ])
  })
})

const at = (name: string) => cookieOf('/api/session', { account: `${name}.${district}`, password: everybodysPassword }).then(hand)

test('an administrator acts at their post in the office alone, and elsewhere is told to go there', async () => {
  const guard = await at('guard')
  const ends = '/api/idle-ends'
  assert.equal((await guard.get(ends, office)).status, 200)
  assert.equal((await guard.get(ends, home)).status, 403)
  const { body } = await guard.get('/api/session', home)
  assert.deepEqual([body.first, body.withheld, body.posts], ['office', true, []])
  const { body: there } = await guard.get('/api/session', office)
  assert.deepEqual([there.first, there.withheld, there.role], [undefined, undefined, 'securityAdmin'])
})

test('whoever has another post has it anywhere, and is told that there is more', async () => {
  const both = await at('both')
  const asSystem = { 'linli-post': 'p-system' }
  assert.equal((await both.get('/api/people', { ...office, ...asSystem })).status, 200)
  assert.equal((await both.get('/api/people', { ...home, ...asSystem })).status, 403)
  const { body } = await both.get('/api/session', home)
  assert.deepEqual(
    [body.role, body.withheld, body.posts.map(({ id }: { id: string }) => id)],
    ['leader', true, ['p-leader']],
    'a post that is asked for is not had by asking, and nothing is done at another in its place',
  )
  assert.equal((await both.post('/api/session/post', { post: 'p-system' }, home)).status, 403)
  assert.equal((await both.get('/api/session', home)).body.role, 'leader')
})

test('what a browser claims is not where it is', async () => {
  const guard = await at('guard')
  const claimed = { 'x-forwarded-for': `${office['x-forwarded-for']}, ${home['x-forwarded-for']}` }
  assert.equal((await guard.get('/api/session', claimed)).body.first, 'office')
})

test('an administrator’s account is set up at the office: whoever has its first password elsewhere makes it no second factor', async () => {
  const guard = await at('guard')
  const own = { password: everybodysPassword }
  assert.equal((await guard.post('/api/session/second-factor', own, home)).status, 403)
  assert.equal(
    (await guard.post('/api/session/password', { old: everybodysPassword, password: 'hedge-lantern-41' }, home)).status,
    403,
  )
  assert.equal((await guard.post('/api/session/second-factor', own, office)).status, 200)
})

test('a desk that is left ends elsewhere as it does at the office', async () => {
  const [guard, both] = [await at('guard'), await at('both')]
  assert.equal((await guard.put('/api/idle-ends', { ends: [{ role: 'systemAdmin', minutes: 5 }] })).status, 403)
  const ends = await app.inject({
    ...{ method: 'PUT', url: '/api/idle-ends', payload: { ends: [{ role: 'systemAdmin', minutes: 5 }] } },
    headers: { ...office, cookie: guard.cookie ?? '', 'linli-district': district, 'idempotency-key': 'five minutes' },
  })
  assert.equal(ends.statusCode, 200)
  assert.equal((await both.get('/api/session', home)).body.idleMinutes, 5)
  clock.moveOn({ minutes: 6 })
  assert.equal((await both.get('/api/session', home)).body.signedIn, false)
})
