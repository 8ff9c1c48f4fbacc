import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { generate } from 'otplib'
import { within } from '#kernel/database/within.ts'
import { everybodysPassword } from '#testing/neighbourhood.ts'
import { setStage } from '#testing/stage.ts'
import { writePosts } from './posts.ts'

const stage = await setStage()
const { database, district, clock } = stage
const inDistrict = <Result>(work: Parameters<typeof within<Result>>[2]) => within(database, { as: 'owner', district }, work)
const codeAt = (secret: string) => generate({ secret, epoch: Math.floor(clock.now().epochMilliseconds / 1000) })

test('a wrong password and an unknown name are told the same, and after ten tries neither is asked any more', async () => {
  const door = stage.nobody()
  const wrong = await door.post('/api/session', { account: `liQiang.${district}`, password: 'not the password' })
  const unknown = await door.post('/api/session', { account: `nobody.${district}`, password: 'not the password' })
  assert.equal(wrong.status, 401)
  assert.deepEqual(wrong.body, unknown.body)
  for (let number = 0; number < 10; number++)
    await door.post('/api/session', { account: `liQiang.${district}`, password: 'wrong again' })
  const slowed = await door.post('/api/session', { account: `liQiang.${district}`, password: everybodysPassword })
  assert.equal(slowed.status, 429, 'also with the right password, for a while')
  clock.moveOn({ minutes: 16 })
  assert.equal((await door.post('/api/session', { account: `liQiang.${district}`, password: everybodysPassword })).status, 200)
})

test('a forged session, and one that has ended, open nothing', async () => {
  const forged = stage.hand(`${district}.${'A'.repeat(43)}`)
  assert.equal((await forged.get('/api/cases')).status, 401)
  const lamps = await stage.at('lamps')
  const sessions = await lamps.get('/api/sessions')
  assert.deepEqual(
    sessions.body.map(({ here }: { here: boolean }) => here),
    [true],
  )
  assert.equal((await lamps.delete(`/api/sessions/${sessions.body[0].id}`)).status, 200)
  assert.equal((await lamps.get('/api/cases')).status, 401)
})

test('a role can ask for a second factor: its code is good once, and nothing can be done without', async () => {
  await inDistrict((connection) =>
    sql`insert into people.second_factor (district, role) values (${district}, 'supervisor')`.execute(connection),
  )
  const supervisor = await stage.at('supervisor')
  const before = await supervisor.get('/api/session')
  assert.equal(before.body.first, 'secondFactor')
  assert.equal((await supervisor.get('/api/cases')).body.rows.length, 0)

  assert.equal((await supervisor.post('/api/session/second-factor', { password: 'not the password' })).status, 403)
  const { secret } = (await supervisor.post('/api/session/second-factor', { password: everybodysPassword })).body
  const code = await codeAt(secret)
  assert.equal((await supervisor.post('/api/session/second-factor/confirm', { code })).status, 200)
  assert.equal((await supervisor.get('/api/session')).body.role, 'supervisor')

  const password = { account: `supervisor.${district}`, password: everybodysPassword }
  const door = stage.nobody()
  assert.equal((await door.post('/api/session', password)).body.because.zh, '请输入动态验证码')
  assert.equal((await door.post('/api/session', { ...password, code })).status, 401, 'the code was used already')
  clock.moveOn({ minutes: 1 })
  assert.equal((await door.post('/api/session', { ...password, code: await codeAt(secret) })).status, 200)
})

test('a one-time code for a telephone is good once, for five minutes, and opens the same account each time', async () => {
  const first = await stage.resident('13900000001')
  const again = await stage.resident('13900000001')
  await first.post('/api/cases', { words: '楼道灯坏了', place: { code: 'plum-3' } }, { 'idempotency-key': 'a key of its own' })
  assert.equal((await again.get('/api/cases?scope=mine')).body.rows.length, 1)
  const guess = await stage.nobody().post('/api/session/phone', { phone: '13900000001', code: '000000' })
  assert.equal(guess.status, 401)
})

test('whoever holds several posts switches between them, and sees what the post sees', async () => {
  await inDistrict((connection) =>
    writePosts(connection, district, [
      { id: 'p-second', account: 'housing', role: 'gridWorker', unit: 'g-pine', starts: '2020-01-01' },
    ]),
  )
  const housing = await stage.at('housing')
  const me = await housing.get('/api/session')
  assert.deepEqual(me.body.posts.map(({ unit }: { unit: string }) => unit).sort(), ['g-pine', 'housing'])
  assert.equal((await housing.post('/api/session/post', { post: 'p-second' })).body.role, 'gridWorker')
  assert.equal((await housing.post('/api/session/post', { post: 'p-leader' })).status, 403)
})

test('outside a demo nobody is more than one of the three administrators', async () => {
  const both = [
    { id: 'p-admin-1', account: 'admin', role: 'systemAdmin' as const, unit: district, starts: '2020-01-01' },
    { id: 'p-admin-2', account: 'admin', role: 'auditAdmin' as const, unit: district, starts: '2020-01-01' },
  ]
  await inDistrict((connection) => sql`update place.districts set demo = false where district = ${district}`.execute(connection))
  await assert.rejects(
    inDistrict((connection) => writePosts(connection, district, both)),
    /give them to different people/,
  )
})

test('who was one of the three administrators may be another of them from the day on which that is over', async () => {
  const turn = (id: string, role: 'systemAdmin' | 'auditAdmin', starts: string, ends: string) =>
    inDistrict((connection) => writePosts(connection, district, [{ id, account: 'leader', role, unit: district, starts, ends }]))
  await turn('p-turn-1', 'systemAdmin', '2026-03-01', '2099-03-02')
  await turn('p-turn-2', 'auditAdmin', '2099-03-02', '2099-03-03')
  await assert.rejects(turn('p-turn-2', 'auditAdmin', '2099-03-01', '2099-03-03'), /give them to different people/)
})

test('whoever tries a name from elsewhere does not lock its owner out', async () => {
  const sent = (from: string, password: string) =>
    stage.app.inject({
      ...{ method: 'POST', url: '/api/session', remoteAddress: from },
      payload: { account: `wangMin.${district}`, password },
    })
  for (let number = 0; number < 12; number++) await sent('203.0.113.7', 'a guess')
  assert.equal((await sent('203.0.113.7', everybodysPassword)).statusCode, 429)
  assert.equal((await sent('203.0.113.8', everybodysPassword)).statusCode, 200)
})

test('a password is taken as it was typed, in all its length and with spaces at its ends; only the width of a letter is none of it', async () => {
  const own = `  Ｈundert Schritte bis zum Tor, und am Tor ${'eine Lampe nach der andern '.repeat(4)}`
  assert.ok(own.length > 128 && own.endsWith(' '))
  const caller = await stage.at('caller')
  assert.equal((await caller.post('/api/session/password', { old: everybodysPassword, password: own })).status, 200)
  const enter = async (password: string) =>
    (await stage.nobody().post('/api/session', { account: `caller.${district}`, password })).status
  assert.deepEqual([await enter(own), await enter(own.normalize('NFKC'))], [200, 200])
  for (const other of [own.trim(), own.trimStart(), own.trimEnd(), own.slice(0, 64), own.toLowerCase(), `${own} `])
    assert.equal(await enter(other), 401, JSON.stringify(other))
})

test('a new password ends every other session of theirs, and leaves the one in which it was set', async () => {
  const signedIn = async (password: string) =>
    stage.hand(await stage.cookieOf('/api/session', { account: `dispatcher.${district}`, password }))
  const [here, elsewhere, another] = [
    await signedIn(everybodysPassword),
    await signedIn(everybodysPassword),
    await stage.at('supervisor'),
  ]
  const stays = await stage.resident('13900000009')
  const change = { old: everybodysPassword, password: 'my own long secret' }
  assert.equal((await here.post('/api/session/password', { ...change, old: 'not the password' })).status, 403)
  assert.equal((await elsewhere.get('/api/cases')).status, 200, 'nothing came of that')
  assert.equal((await here.post('/api/session/password', change)).status, 200)
  assert.equal((await elsewhere.get('/api/cases')).status, 401)
  for (const hand of [here, another, stays]) assert.equal((await hand.get('/api/session')).body.signedIn, true)
  assert.equal((await (await signedIn(change.password)).get('/api/cases')).status, 200)
})
