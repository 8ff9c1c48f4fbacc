import assert from 'node:assert/strict'
import { createHook } from 'node:async_hooks'
import { test } from 'node:test'
import { sql } from 'kysely'
import { generate } from 'otplib'
import { within } from '#kernel/database/within.ts'
import { everybodysPassword } from '#testing/neighbourhood.ts'
import { lampReport, setStage } from '#testing/stage.ts'

// Whoever tries to come in as somebody else: by a cookie that they planted, a code that was used, or by asking who there is.
const stage = await setStage()
const { app, clock, database, district } = stage
const password = { account: `wangMin.${district}`, password: everybodysPassword }

const post = (url: string, payload: object, headers: Record<string, string> = {}) =>
  app.inject({ method: 'POST', url, payload, headers: { 'linli-district': district, ...headers } })
const codeSent = async (phone: string) => {
  assert.equal((await post('/api/session/phone-code', { phone })).statusCode, 200)
  return stage.cameTo(phone)
}
const kindBehind = async (cookie: string) => (await stage.hand(cookie).get('/api/session')).body

test('a cookie from before a sign-in is not the one after it, and is over, whichever way somebody comes in', async () => {
  const told = await stage.nobody().send('report', '', lampReport())
  const phone = '13900002001'
  const ways: [url: string, payload: object][] = [
    ['/api/session', password],
    ['/api/session/phone', { phone, code: await codeSent(phone) }],
    ['/api/session/query-code', { code: told.body.secret.queryCode }],
  ]
  for (const [url, payload] of ways) {
    const victim = await stage.cookieOf('/api/session', { ...password, account: `power.${district}` })
    assert.equal((await kindBehind(victim)).signedIn, true)
    const reply = await post(url, payload, { cookie: `linli=${victim}` })
    const after = reply.cookies.find(({ name }) => name === 'linli')?.value ?? ''
    assert.equal(reply.statusCode, 200, reply.body)
    assert.notEqual(after, victim, url)
    assert.equal((await kindBehind(victim)).signedIn, false, `${url}: what was there before is over`)
    assert.equal((await kindBehind(after)).signedIn, true)
    const made = await post(url, payload, { cookie: `linli=${district}.${'A'.repeat(43)}` })
    assert.ok(!String(made.headers['set-cookie']).includes('AAAA'), `${url}: a token is never taken over from who asks`)
  }
})

test('a sign-in that fails leaves whoever was signed in there as they were', async () => {
  const cookie = await stage.cookieOf('/api/session', password)
  assert.equal((await post('/api/session', { ...password, password: 'a guess' }, { cookie: `linli=${cookie}` })).statusCode, 401)
  assert.equal((await kindBehind(cookie)).signedIn, true)
})

test('by https the cookie is of this host alone, kept from scripts and from plain http; one planted without that opens nothing', async () => {
  const house = await setStage(undefined, undefined, { proxies: '127.0.0.1' })
  const headers = { 'linli-district': house.district, 'x-forwarded-proto': 'https' }
  const payload = { account: `wangMin.${house.district}`, password: everybodysPassword }
  const reply = await house.app.inject({ method: 'POST', url: '/api/session', payload, headers })
  const set = String(reply.headers['set-cookie'])
  assert.match(set, /^__Host-linli=.+; Path=\/; HttpOnly; Secure; SameSite=Lax$/)
  const token = /=([^;]+)/.exec(set)?.[1]
  const as = async (cookie: string) =>
    (await house.app.inject({ url: '/api/session', headers: { ...headers, cookie } })).json().signedIn
  assert.equal(await as(`__Host-linli=${token}`), true)
  assert.equal(await as(`linli=${token}`), false)
  const left = await house.app.inject({
    method: 'DELETE',
    url: '/api/session',
    headers: { ...headers, cookie: `__Host-linli=${token}` },
  })
  assert.match(String(left.headers['set-cookie']), /^__Host-linli=; .*Secure/)
  assert.equal(await as(`__Host-linli=${token}`), false)
})

test('a name that there is not costs the same work as one that there is', async () => {
  let derived = 0
  const hook = createHook({ init: (_id, type) => void (type === 'ARGON2REQUEST' && derived++) }).enable()
  const work = async (account: string) => {
    const before = derived
    assert.equal((await post('/api/session', { account, password: 'a guess' })).statusCode, 401)
    return derived - before
  }
  try {
    assert.deepEqual([await work(`lamps.${district}`), await work(`nobody.${district}`), await work('13900002001')], [1, 1, 1])
  } finally {
    hook.disable()
  }
})

test('whoever has tried too many names from one address is told so of every name, whether there is one or not', async () => {
  const from = (account: string) =>
    app.inject({
      ...{ method: 'POST', url: '/api/session', payload: { account, password: 'a guess' } },
      ...{ headers: { 'linli-district': district }, remoteAddress: '203.0.113.60' },
    })
  for (let turn = 0; turn < 60; turn += 1) assert.equal((await from(`nobody${turn}.${district}`)).statusCode, 401)
  const [known, unknown] = [await from(`lamps.${district}`), await from(`nobody.${district}`)]
  assert.deepEqual([known.statusCode, known.body], [429, unknown.body])
})

test('a one-time code is good on the phone that asked for it, and on no other to which it was read out', async () => {
  const phone = '13900002009'
  const code = await codeSent(phone)
  assert.equal((await stage.nobody().post('/api/session/phone', { phone, code })).status, 401)
  assert.equal((await post('/api/session/phone', { phone, code })).statusCode, 200)
})

test('a session has 256 bits that nobody can guess, a code by telephone six digits, and others each time', async () => {
  const tokens = [await stage.cookieOf('/api/session', password), await stage.cookieOf('/api/session', password)]
  for (const token of tokens) assert.match(token, new RegExp(`^${district}\\.[\\w-]{43}$`))
  assert.notEqual(tokens[0], tokens[1])
  const codes = new Set<string>()
  for (let number = 0; number < 5; number += 1) codes.add(await codeSent(`1390000210${number}`))
  for (const code of codes) assert.match(code, /^[0-9]{6}$/)
  assert.ok(codes.size >= 4, 'of a million, five are hardly ever two times the same')
})

test('a one-time code is good once, for the last one sent, for five minutes and five tries', async () => {
  const phone = '13900002002'
  const use = async (code: string) => (await post('/api/session/phone', { phone, code })).statusCode
  const other = (code: string) => (code === '000000' ? '000001' : '000000')
  const first = await codeSent(phone)
  assert.deepEqual([await use(first), await use(first)], [200, 401], 'replayed')
  const [older, newer] = [await codeSent(phone), await codeSent(phone)]
  const both = await Promise.all([use(newer), use(newer)])
  assert.deepEqual(both.toSorted(), [200, 401], 'sent twice at once')
  if (older !== newer) assert.equal(await use(older), 401, 'one that a newer one took the place of')
  const late = await codeSent(phone)
  clock.moveOn({ minutes: 5 })
  assert.equal(await use(late), 401, 'too late')
  const guessed = await codeSent(phone)
  for (let tries = 0; tries < 5; tries += 1) assert.equal(await use(other(guessed)), 401)
  assert.equal(await use(guessed), 401, 'after five tries the right one is none')
})

test('who asks for codes and guesses at them elsewhere uses up none of what the owner of a telephone has', async () => {
  const phone = '13900002003'
  const stranger = (url: string, more: object = {}) =>
    app.inject({
      ...{ method: 'POST', url, payload: { phone, ...more }, remoteAddress: '203.0.113.70' },
      headers: { 'linli-district': district, 'linli-device': 'b0b0b0b0-0000-4000-8000-000000000001' },
    })
  const code = await codeSent(phone)
  const asked = []
  for (let turn = 0; turn < 6; turn += 1) asked.push((await stranger('/api/session/phone-code')).statusCode)
  assert.deepEqual(asked, [200, 200, 200, 200, 200, 429])
  for (let turn = 0; turn < 6; turn += 1)
    assert.equal((await stranger('/api/session/phone', { code: code === '000000' ? '000001' : '000000' })).statusCode, 401)
  assert.equal((await post('/api/session/phone', { phone, code })).statusCode, 200)
})

test('who comes the first time by two phones at once has one account', async () => {
  const phone = '13900002010'
  const from = (device: string) => ({ 'linli-device': `${device}0000000-0000-4000-8000-000000000001` })
  const devices = ['c', 'd', 'e', 'f'].map(from)
  const codes: string[] = []
  for (const device of devices) {
    assert.equal((await post('/api/session/phone-code', { phone }, device)).statusCode, 200)
    codes.push(stage.cameTo(phone))
  }
  const came = await Promise.all(devices.map((device, at) => post('/api/session/phone', { phone, code: codes[at] }, device)))
  assert.deepEqual(
    came.map(({ statusCode }) => statusCode),
    [200, 200, 200, 200],
  )
  const accounts = await Promise.all(
    came.map(async ({ headers }) => (await kindBehind(String(headers['set-cookie']).split(';')[0] ?? '')).account),
  )
  assert.equal(new Set(accounts).size, 1, `${accounts}`)
})

test('five tries are five, also around the end of an hour', async () => {
  const phone = '13900002004'
  clock.moveTo(`${clock.now().toString().slice(0, 11)}23:58:00Z`)
  const code = await codeSent(phone)
  const wrong = code === '000000' ? '000001' : '000000'
  for (let turn = 0; turn < 3; turn += 1) assert.equal((await post('/api/session/phone', { phone, code: wrong })).statusCode, 401)
  clock.moveOn({ minutes: 3 })
  for (let turn = 0; turn < 2; turn += 1) assert.equal((await post('/api/session/phone', { phone, code: wrong })).statusCode, 401)
  assert.equal((await post('/api/session/phone', { phone, code })).statusCode, 401)
})

test('a code of the second factor that two send at once lets one of them in', async () => {
  await within(database, { as: 'owner', district }, (connection) =>
    sql`insert into people.second_factor (district, role) values (${district}, 'caller')`.execute(connection),
  )
  const caller = await stage.at('caller')
  const { secret } = (await caller.post('/api/session/second-factor', { password: everybodysPassword })).body
  const now = () => generate({ secret, epoch: Math.floor(clock.now().epochMilliseconds / 1000) })
  assert.equal((await caller.post('/api/session/second-factor/confirm', { code: await now() })).status, 200)
  clock.moveOn({ minutes: 1 })
  const entering = { account: `caller.${district}`, password: everybodysPassword, code: await now() }
  const both = await Promise.all([post('/api/session', entering), post('/api/session', entering)])
  assert.deepEqual(both.map(({ statusCode }) => statusCode).toSorted(), [200, 401])
})
