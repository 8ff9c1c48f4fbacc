import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { within } from '#kernel/database/within.ts'
import { everybodysPassword } from '#testing/neighbourhood.ts'
import { setStage } from '#testing/stage.ts'
import { writeAccounts } from './accounts.ts'
import { hashPassword } from './password.ts'
import { writePosts } from './posts.ts'

const stage = await setStage()
const { clock, database, district } = stage
/** A request that somebody's hands have made. */
const touched = { 'linli-untouched': '0' }

before(async () => {
  const password = await hashPassword(everybodysPassword)
  const account = (id: string) => ({ id, kind: 'staff', signInName: `${id}.${district}`, displayName: id, password }) as const
  await within(database, { as: 'owner', district }, async (connection) => {
    await writeAccounts(connection, district, ['guard', 'auditor'].map(account))
    await writePosts(connection, district, [
      { id: 'p-guard', account: 'guard', role: 'securityAdmin', unit: district, starts: '2020-01-01' },
      { id: 'p-auditor', account: 'auditor', role: 'auditAdmin', unit: district, starts: '2020-01-01' },
    ])
  })
})

/** Somebody who signs in now, on a device of their own. */
const at = (name: string) =>
  stage.cookieOf('/api/session', { account: `${name}.${district}`, password: everybodysPassword }).then(stage.hand)

test('a desk that somebody left is signed out after its minutes; one at which somebody reads is not; nor is a phone on the way', async () => {
  const security = await at('guard')
  const [reader, left, grid] = [await at('lamps'), await at('lamps'), await at('wangMin')]
  clock.moveOn({ hours: 3 })
  assert.equal((await security.put('/api/idle-ends', { ends: [{ role: 'clerk', minutes: 30 }] })).status, 200)
  assert.equal((await left.get('/api/session')).body.idleMinutes, 30, 'a rule made today ends nobody’s work of this morning')
  for (let quarter = 0; quarter < 4; quarter++) {
    clock.moveOn({ minutes: 10 })
    assert.equal((await reader.get('/api/session', touched)).body.signedIn, true)
    assert.equal((await left.get('/api/notices')).status, quarter < 2 ? 200 : 401, 'what a page asks by itself is nobody’s touch')
  }
  assert.equal((await left.get('/api/session', touched)).body.signedIn, false, 'who comes back too late does not revive it')
  assert.equal((await grid.get('/api/cases')).status, 200)
  const audit = await at('auditor')
  const { rows } = (await audit.get('/api/people/sign-ins?account=lamps')).body
  assert.equal(rows.filter(({ came }: { came: string }) => came === 'idle').length, 1)
})

test('only the security administrator sets it, to minutes that there are, at roles that there are, each once', async () => {
  const security = await at('guard')
  for (const ends of [
    [{ role: 'clerk', minutes: 4 }],
    [{ role: 'clerk', minutes: 241 }],
    [{ role: 'resident', minutes: 30 }],
    [{ role: 'nonsense', minutes: 30 }],
    [
      { role: 'clerk', minutes: 30 },
      { role: 'clerk', minutes: 60 },
    ],
  ])
    assert.equal((await security.put('/api/idle-ends', { ends })).status, 400)
  assert.deepEqual((await security.get('/api/idle-ends')).body.ends, [{ role: 'clerk', minutes: 30 }])
  assert.equal((await (await at('admin')).put('/api/idle-ends', { ends: [] })).status, 403)
  const trail = (await (await at('auditor')).get('/api/people/changes')).body.rows
  assert.deepEqual(trail.find(({ what }: { what: string }) => what === 'idle ends by role').told.after, [
    { role: 'clerk', minutes: 30 },
  ])
})
