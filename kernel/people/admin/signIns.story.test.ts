import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { sql } from 'kysely'
import { generate } from 'otplib'
import { within } from '#kernel/database/within.ts'
import { everybodysPassword } from '#testing/neighbourhood.ts'
import { setStage } from '#testing/stage.ts'
import { writeAccounts } from '../accounts.ts'
import { hashPassword } from '../password.ts'
import { writePosts } from '../posts.ts'

const stage = await setStage()
const { database, district } = stage

before(async () => {
  const password = await hashPassword(everybodysPassword)
  const auditor = { id: 'auditor', kind: 'staff', signInName: `auditor.${district}`, displayName: '审计员', password } as const
  await within(database, { as: 'owner', district }, async (connection) => {
    await writeAccounts(connection, district, [auditor])
    await writePosts(connection, district, [
      { id: 'p-auditor', account: 'auditor', role: 'auditAdmin', unit: district, starts: '2020-01-01' },
    ])
  })
})

const enter = (account: string, password = everybodysPassword) =>
  stage.nobody().post('/api/session', { account: `${account}.${district}`, password })
const told = async (query: string) => {
  const auditor = stage.hand(
    await stage.cookieOf('/api/session', { account: `auditor.${district}`, password: everybodysPassword }),
  )
  const { status, body } = await auditor.get(`/api/people/sign-ins?${query}`)
  assert.equal(status, 200, JSON.stringify(body))
  return body
}
const summed = ({ rows }: { rows: { name?: string; came: string }[] }) => rows.map(({ name, came }) => [name, came])

test('the audit administrator reads who of the staff came in, left, or was not let in, and nothing of what was typed', async () => {
  assert.equal((await enter('wangMin', 'a guess, and a wrong one')).status, 401)
  assert.equal((await enter('nobodyAtAll', 'typed where a name belongs')).status, 401)
  const own = stage.hand(await stage.cookieOf('/api/session', { account: `wangMin.${district}`, password: everybodysPassword }))
  assert.equal((await own.delete('/api/session')).status, 200)
  const all = await told('')
  assert.deepEqual(summed(all).slice(1, 5), [
    ['王敏', 'out'],
    ['王敏', 'in'],
    [undefined, 'refused'],
    ['王敏', 'refused'],
  ])
  for (const typed of ['nobodyAtAll', 'guess', 'typed']) assert.ok(!JSON.stringify(all).includes(typed))
  assert.deepEqual(summed(await told('account=wangMin')), [
    ['王敏', 'out'],
    ['王敏', 'in'],
    ['王敏', 'refused'],
  ])
  assert.deepEqual(summed(await told('refused=true')), [
    [undefined, 'refused'],
    ['王敏', 'refused'],
  ])
  assert.deepEqual(summed(await told(`account=wangMin&before=${all.rows[1].id}`)).length, 2)
})

const cookieOf = (account: string) =>
  stage.cookieOf('/api/session', { account: `${account}.${district}`, password: everybodysPassword })
const waysOf = async (account: string) => (await told(`account=${account}`)).rows.map(({ came }: { came: string }) => came)

test('a try at an account that has ended is told of that account', async () => {
  await (await stage.at('admin')).patch('/api/people/housing', { ended: true })
  assert.equal((await enter('housing')).status, 401)
  assert.deepEqual((await waysOf('housing'))[0], 'refused')
})

test('who goes on trying is told as slowed, once, so that the record cannot be filled', async () => {
  for (let turn = 0; turn < 13; turn += 1) await enter('lamps', `guess ${turn}`)
  assert.deepEqual(await waysOf('lamps'), ['slowed', ...Array.from({ length: 10 }, () => 'refused')])
  assert.equal((await told('refused=true')).rows[0].came, 'slowed')
})

test('a right password without its code is told, and is no sign-in', async () => {
  const caller = stage.hand(await cookieOf('caller'))
  const { secret } = (await caller.post('/api/session/second-factor', { password: everybodysPassword })).body
  const code = () => generate({ secret, epoch: Math.floor(stage.clock.now().epochMilliseconds / 1000) })
  await caller.post('/api/session/second-factor/confirm', { code: await code() })
  assert.equal((await enter('caller')).status, 401)
  assert.deepEqual(await waysOf('caller'), ['halfway', 'in'])
})

test('a session that somebody ends from the list, an administrator, or a new password is told as ended', async () => {
  const [desk, phone] = [stage.hand(await cookieOf('power')), stage.hand(await cookieOf('power'))]
  const other = (await desk.get('/api/sessions')).body.find(({ here }: { here: boolean }) => !here)
  assert.equal((await desk.delete(`/api/sessions/${other.id}`)).status, 200)
  assert.equal((await phone.get('/api/cases')).status, 401)
  assert.deepEqual(await waysOf('power'), ['ended', 'in', 'in'])
  const changed = { old: everybodysPassword, password: 'kestrel over wet barley' }
  stage.hand(await cookieOf('power'))
  assert.equal((await desk.post('/api/session/password', changed)).status, 200)
  assert.deepEqual((await waysOf('power')).slice(0, 2), ['ended', 'in'])
  assert.equal((await (await stage.at('admin')).post('/api/people/power/password')).status, 200)
  assert.deepEqual((await waysOf('power')).slice(0, 2), ['ended', 'ended'])
  await cookieOf('market')
  const running = (await waysOf('market')).filter((way: string) => way === 'ended').length
  await within(database, { as: 'owner', district }, (connection) =>
    sql`update people.sessions set ends_at = made_at where district = ${district} and account = 'market'`.execute(connection),
  )
  await (await stage.at('admin')).post('/api/people/market/password')
  assert.equal((await waysOf('market')).filter((way: string) => way === 'ended').length, running, 'what was over ends no more')
})

test('a browser in which somebody else signs in has left the session before', async () => {
  const cookie = await cookieOf('liQiang')
  const headers = { 'linli-district': district, cookie: `linli=${cookie}` }
  const payload = { account: `auditor.${district}`, password: everybodysPassword }
  assert.equal((await stage.app.inject({ method: 'POST', url: '/api/session', payload, headers })).statusCode, 200)
  assert.deepEqual(await waysOf('liQiang'), ['out', 'in'])
})

test('residents who sign in leave nothing there, and nobody else reads it', async () => {
  const known = (await told('')).rows.length
  const resident = await stage.resident('13900000077')
  await resident.delete('/api/session')
  assert.equal((await told('')).rows.length, known + 1, 'the audit administrator’s own, alone')
  for (const name of ['admin', 'leader', 'wangMin'] as const)
    assert.equal((await (await stage.at(name)).get('/api/people/sign-ins')).status, 403, name)
})
