import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { generate } from 'otplib'
import { everybodysPassword } from '#testing/neighbourhood.ts'
import { type Hand, setStage } from '#testing/stage.ts'
import { within } from '../../database/within.ts'
import { writeAccounts } from '../accounts.ts'
import { hashPassword } from '../password.ts'
import { writePosts } from '../posts.ts'

const stage = await setStage()
const { database, district, clock } = stage
const signedIn = async (account: string): Promise<Hand> =>
  stage.hand(await stage.cookieOf('/api/session', { account: `${account}.${district}`, password: everybodysPassword }))
const appointed = { guard: 'securityAdmin', auditor: 'auditAdmin' } as const
const cardOf = async (hand: Hand, account: string) => (await hand.get(`/api/people/${account}`)).body

before(async () => {
  const password = await hashPassword(everybodysPassword)
  await within(database, { as: 'owner', district }, async (connection) => {
    const accounts = Object.keys(appointed)
    await writeAccounts(
      connection,
      district,
      accounts.map((id) => ({ id, kind: 'staff', signInName: `${id}.${district}`, displayName: id, password })),
    )
    await writePosts(
      connection,
      district,
      Object.entries(appointed).map(([account, role]) => ({
        ...{ id: `p-${account}`, account, role, unit: district, starts: '2020-01-01' },
      })),
    )
  })
})

test('each administrator is told what they may do with somebody, and why not the rest', async () => {
  const [admin, guard, auditor] = [await signedIn('admin'), await signedIn('guard'), await signedIn('auditor')]
  const worker = await cardOf(admin, 'wangMin')
  assert.deepEqual(worker.may.toSorted(), ['end', 'givePost', 'rename', 'resetPassword'])
  assert.match(worker.mayNot.resetSecondFactor.zh, /由安全管理员办理/)
  assert.deepEqual(worker.posts[0].may, ['end'])
  const herself = await cardOf(admin, 'admin')
  assert.deepEqual(herself.may, [])
  assert.match(herself.mayNot.givePost.zh, /不能给自己任命或撤销岗位/)
  assert.match(herself.posts[0].mayNot.end.zh, /不能给自己任命或撤销岗位/)
  const ofGuard = await cardOf(guard, 'wangMin')
  assert.deepEqual(ofGuard.may.toSorted(), ['endSessions', 'givePost'])
  assert.match(ofGuard.posts[0].mayNot.end.zh, /由系统管理员办理/)
  assert.match(ofGuard.mayNot.resetSecondFactor.zh, /没有设置动态口令/)
  assert.match((await cardOf(guard, 'admin')).posts[0].mayNot.end.zh, /最后一位系统管理员/)
  assert.deepEqual((await cardOf(auditor, 'wangMin')).may, [])
  assert.equal((await cardOf(await signedIn('secretary'), 'secretary')).may, undefined, 'others have no such buttons')
})

test('what is said of making accounts and giving posts is what the server does', async () => {
  const [admin, guard] = [await signedIn('admin'), await signedIn('guard')]
  const told = (await admin.get('/api/people?search=王敏')).body
  assert.equal(told.make, true)
  assert.ok(told.give.may.includes('gridWorker') && !told.give.may.includes('auditAdmin'))
  assert.match(told.give.mayNot.auditAdmin.zh, /由安全管理员任命/)
  assert.equal('resident' in told.give.mayNot, false, 'what nobody is given is not spoken of')
  const ofGuard = (await guard.get('/api/people?search=王敏')).body
  assert.match(ofGuard.make.zh, /由系统管理员办理/)
  assert.deepEqual(ofGuard.give.may.toSorted(), ['auditAdmin', 'securityAdmin', 'systemAdmin'])
  for (const [hand, { give }] of [
    [admin, told],
    [guard, ofGuard],
  ] as const)
    for (const role of ['leader', 'auditAdmin', 'systemAdmin'])
      assert.equal(
        (await hand.post('/api/posts', { account: 'caller', role, unit: 'nowhere', starts: '2026-03-01' })).status,
        give.may.includes(role) ? 400 : 403,
        role,
      )
})

test('a lost second factor is reset by the security administrator, who says why; it is in the trail by name', async () => {
  const lamps = await signedIn('lamps')
  const { secret } = (await lamps.post('/api/session/second-factor', { password: everybodysPassword })).body
  const code = async () => generate({ secret, epoch: Math.floor(clock.now().epochMilliseconds / 1000) })
  assert.equal((await lamps.post('/api/session/second-factor/confirm', { code: await code() })).status, 200)
  const [admin, guard, auditor] = [await signedIn('admin'), await signedIn('guard'), await signedIn('auditor')]
  const reset = (hand: Hand, account: string, reason = '手机丢了，当面核对过') =>
    hand.post(`/api/people/${account}/second-factor/reset`, { reason })
  assert.equal((await reset(admin, 'lamps')).status, 403)
  assert.equal((await reset(guard, 'guard')).status, 403, 'nobody their own')
  assert.equal((await reset(guard, 'wangMin')).status, 409)
  assert.equal((await reset(guard, 'nobody-there')).status, 404)
  assert.equal((await reset(guard, 'lamps', ' ')).status, 400)
  assert.equal((await reset(stage.nobody(), 'lamps')).status, 401)
  assert.ok((await cardOf(guard, 'lamps')).may.includes('resetSecondFactor'))
  assert.equal((await reset(guard, 'lamps')).status, 200)
  assert.equal((await lamps.get('/api/cases')).status, 401, 'they are signed out')
  assert.equal((await (await signedIn('lamps')).get('/api/session')).body.secondFactor, false)
  const trail = (await auditor.get('/api/people/changes')).body
  assert.deepEqual([trail.rows[0].what, trail.rows[0].told.reason], ['second factor reset', '手机丢了，当面核对过'])
  assert.equal(trail.names.lamps, '吴城')
})

test('whoever forgot their password gets a new one, and is asked for their second factor as before', async () => {
  const clerk = await signedIn('housing')
  const { secret } = (await clerk.post('/api/session/second-factor', { password: everybodysPassword })).body
  const code = async () => generate({ secret, epoch: Math.floor(clock.now().epochMilliseconds / 1000) })
  assert.equal((await clerk.post('/api/session/second-factor/confirm', { code: await code() })).status, 200)
  const reset = await (await signedIn('admin')).post('/api/people/housing/password')
  assert.equal(reset.status, 200, JSON.stringify(reset.body))
  clock.moveOn({ minutes: 1 })
  const entering = { account: `housing.${district}`, password: reset.body.password }
  const withoutCode = await stage.nobody().post('/api/session', entering)
  assert.deepEqual([withoutCode.status, withoutCode.body.because?.zh], [401, '请输入动态验证码'])
  const entered = stage.hand(await stage.cookieOf('/api/session', { ...entering, code: await code() }))
  const { first, secondFactor } = (await entered.get('/api/session')).body
  assert.deepEqual([first, secondFactor], ['password', true])
})
