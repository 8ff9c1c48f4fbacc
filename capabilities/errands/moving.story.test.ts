import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { applications } from '#capabilities/applications/capability.ts'
import { specials } from '#capabilities/specials/capability.ts'
import { perform } from '#kernel/flow/perform.ts'
import { isRefusal } from '#kernel/flow/refusal.ts'
import { systemOf } from '#kernel/people/actor.ts'
import { roundOf } from '#testing/rounds.ts'
import { type Hand, lampReport, setStage } from '#testing/stage.ts'
import { errands } from './capability.ts'

// 花园 goes from 城北街道 to 城南街道: what is under way there the desk of the new street sees, and that of the old one no more.

const key = () => ({ 'idempotency-key': randomUUID() })
const letter = {
  ...{ code: 'letter', name: { zh: '居住证明' }, kind: 'certificates', letter: false, papers: [] },
  ...{ steps: '到社区盖章。', department: '便民服务窗口', days: 5, hours: 1 },
}
const shop = {
  ...{ kind: 'convenience', name: '裁缝铺便民驿站', address: '梅园东门', longitude: 119.005, latitude: 36.005 },
  ...{ host: { kind: 'shop', name: '裁缝铺' }, services: ['tailoring'], facilities: ['rest'] },
  hours: { weekly: [{ days: [1, 2, 3, 4, 5], opens: '08:00', closes: '19:00' }], exceptions: [] },
}
const paths = ['/api/errands', '/api/specials', '/api/applications'] as const

test('errands, special tasks and applications under way go along with their community; those that are over stay', async () => {
  const stage = await setStage('2026-03-02T09:00:00+08:00')
  const { district, nobody, resident } = stage
  const [admin, secretary, desk] = [await stage.at('admin'), await stage.at('secretary'), await stage.at('streetDesk')]
  const ok = async (answer: ReturnType<Hand['get']>) => {
    const { status, body } = await answer
    assert.equal(status, 200, JSON.stringify(body))
    return body
  }
  await ok(admin.post('/api/units', { code: 'south', name: '城南街道', kind: 'street', form: 'street', parent: district }))
  await ok(admin.post('/api/posts', { account: 'streetDesk', role: 'streetDesk', unit: 'south', starts: '2026-03-02' }))
  await ok(admin.put('/api/registers/errand-items/letter', { entry: letter, version: 0 }))
  const { posts } = await ok(desk.get('/api/session'))
  const seenAt = async (unit: string) => {
    const post = posts.find((one: { unit: string }) => one.unit === unit).id
    const lists = await Promise.all(paths.map((path) => ok(desk.get(path, { 'linli-post': post }))))
    return lists.map(({ rows }) => rows.map(({ id }: { id: string }) => id).toSorted())
  }

  const person = await resident('13877773333')
  const asks = { item: letter.code, unit: 'plum-3', atHome: false }
  const [open, over] = [
    (await ok(person.post('/api/errands', asks, key()))).id,
    (await ok(person.post('/api/errands', asks, key()))).id,
  ]
  await ok(secretary.post(`/api/errands/${over}/decline`, { because: '请到窗口办' }, key()))
  const applied = (await ok(person.post('/api/applications', shop, key()))).id
  for (let times = 0; times < 3; times += 1) await ok(nobody().send('report', '', lampReport()))
  await roundOf(stage, 'proposed', district)
  const [, [special] = []] = await seenAt('north')
  assert.deepEqual(await seenAt('north'), [[open, over].toSorted(), [special], [applied]])
  assert.deepEqual(await seenAt('south'), [[], [], []])

  const [ofErrands, ofSpecials, ofApplications] = [open, special, applied].map((id) => (to: string) => ({
    ...{ name: 'restreet', id, input: { from: 'north', to }, actor: systemOf(district), scope: 'timer', key: randomUUID() },
  }))
  assert.ok(ofErrands && ofSpecials && ofApplications)
  const sent = async (to: string) => [
    await perform(stage.house, errands, ofErrands(to)),
    await perform(stage.house, specials, ofSpecials(to)),
    await perform(stage.house, applications, ofApplications(to)),
  ]
  assert.deepEqual(
    (await sent('south')).map((done) => isRefusal(done) && done.because.en),
    Array.from({ length: 3 }, () => 'it lies in the street in which it lay'),
    'where whoever sends it says so, and the community lies elsewhere, nothing goes along',
  )

  await ok(admin.patch('/api/units/garden', { parent: 'south' }))
  for (const name of ['errandsRestreeted', 'specialsRestreeted', 'applicationsRestreeted']) {
    assert.equal(await roundOf(stage, name, district), 1, name)
    assert.equal(await roundOf(stage, name, district), 0, `${name}: once`)
  }
  assert.deepEqual(await seenAt('south'), [[open], [special], [applied]])
  assert.deepEqual(await seenAt('north'), [[over], [], []], 'what is over stays with the street that it was under')

  await ok(admin.patch('/api/units/garden', { parent: 'north' }))
  for (const name of ['errandsRestreeted', 'specialsRestreeted', 'applicationsRestreeted'])
    assert.equal(await roundOf(stage, name, district), 1, `${name}: and back`)
  assert.deepEqual(await seenAt('south'), [[], [], []])
})
