import assert from 'node:assert/strict'
import { before, test } from 'node:test'
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

test('residents who sign in leave nothing there, and nobody else reads it', async () => {
  const known = (await told('')).rows.length
  const resident = await stage.resident('13900000077')
  await resident.delete('/api/session')
  assert.equal((await told('')).rows.length, known + 1, 'the audit administrator’s own, alone')
  for (const name of ['admin', 'leader', 'wangMin'] as const)
    assert.equal((await (await stage.at(name)).get('/api/people/sign-ins')).status, 403, name)
})
