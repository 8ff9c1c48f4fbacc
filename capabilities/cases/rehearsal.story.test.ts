import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { before, suite, test } from 'node:test'
import { lampReport, setStage } from '#testing/stage.ts'
import { categories } from './catalogue/categories.ts'
import type { Category } from './catalogue/category.ts'

const stage = await setStage()
const lamp = 'municipal.streetLamp'
const path = '/api/registers/categories/rehearsal'
const standard = (code: string): Category => {
  const found = categories.find((one) => one.code === code)
  if (!found) throw new Error(`no ${code}`)
  return structuredClone(found)
}
const numbers: string[] = []

suite('how the latest cases would have gone with a changed category', () => {
  let admin: Awaited<ReturnType<typeof stage.at>>
  const rehearse = async (entry: Category, version = 1) => {
    const told = await admin.post(path, { entry, version })
    assert.equal(told.status, 200, JSON.stringify(told.body))
    return told.body
  }
  before(async () => {
    admin = await stage.at('admin')
    for (const words of ['杆子上的灯泡碎了', '灯泡碎了一地', '路边灯泡碎了，小心', '王小明家门口灯泡'])
      numbers.push((await stage.nobody().send('report', '', lampReport({ words }))).body.view.item.number)
  })

  test('an unchanged one changes nothing, and nothing is written', async () => {
    const told = await rehearse(standard(lamp))
    assert.deepEqual(told, { of: 4, looked: 4, suggested: 0, leads: 0, accepting: 0, limits: [], rare: [], examples: [] })
  })

  test('another lead and other limits are counted, with examples by number and nobody’s words', async () => {
    const draft = standard(lamp)
    draft.lead = { unitKind: 'bureau', code: 'housing' }
    for (const limits of Object.values(draft.limits.byKind))
      Object.assign(limits, { resolve: { workingDays: 1 }, receive: { workingHours: 7 } })
    const told = await rehearse(draft)
    assert.deepEqual([told.of, told.leads, told.suggested], [4, 4, 0])
    assert.deepEqual(
      told.limits.map(({ step, shorter, longer }: { step: string; shorter: { cases: number }; longer: { cases: number } }) => [
        step,
        shorter.cases,
        longer.cases,
      ]),
      [
        ['receive', 0, 4],
        ['resolve', 4, 0],
      ],
    )
    assert.equal(told.limits[1].shorter.minutes, 24 * 60, 'a day earlier, by the clock')
    const [one] = told.examples
    assert.ok(numbers.includes(one.number))
    assert.equal(one.id, undefined, 'an administrator may open none')
    assert.deepEqual(
      one.changes.map(({ what, before: was, after }: { what: string; before: { zh: string }; after: { zh: string } }) => [
        what,
        was.zh,
        after.zh,
      ]),
      [
        ['lead', '区综合行政执法局', '区住房和城乡建设局'],
        ['limit', '2 个工作日', '1 个工作日'],
      ],
    )
    assert.doesNotMatch(JSON.stringify(told), /灯泡|王小明/)
    const [kept] = (await admin.get(`/api/registers/categories?text=${lamp}`)).body.rows
    assert.deepEqual([kept.version, kept.entry], [1, standard(lamp)], 'nothing was written')
  })

  test('what becomes protected goes past the grid to the dispatcher', async () => {
    const guarded = { ...standard(lamp), protected: 'minors' as const }
    const told = await rehearse(guarded)
    assert.equal(told.accepting, 4)
    assert.equal(told.examples[0].changes[0].before.zh, '梅园网格 网格员')
    assert.equal(told.examples[0].changes[0].after.zh, '试验区 派单员')
  })

  test('a word that three people used moves what is suggested, as it then does live; a word of one person is not counted', async () => {
    const other = standard('appearance.rubbish')
    other.words = [...other.words, { term: '灯泡', en: 'bulb', weight: 5 }, { term: '王小明', en: 'somebody', weight: 5 }]
    const told = await rehearse(other)
    assert.deepEqual(told.rare, ['王小明'])
    assert.equal(told.suggested, 4)
    const example = told.examples[0].changes.find(({ what }: { what: string }) => what === 'suggested')
    assert.equal(example.after.zh, other.name.zh)
    const saved = await stage.app.inject({
      ...{ method: 'PUT', url: `/api/registers/categories/${other.code}`, payload: { entry: other, version: 1 } },
      headers: { ...(admin.cookie && { cookie: admin.cookie }), 'idempotency-key': randomUUID() },
    })
    assert.equal(saved.statusCode, 200, saved.body)
    const suggested = await stage.nobody().post('/api/categories/suggest', { words: '灯泡坏了' })
    assert.equal(suggested.body.category, other.code)
  })

  test('what breaks a rule is told beside its field; only the administrator may look; and not without end', async () => {
    const broken = { ...standard(lamp), dutyList: 'takenBack' as const, lead: { unitKind: 'community' as const } }
    const told = await admin.post(path, { entry: broken, version: 1 })
    assert.equal(told.status, 400)
    assert.equal(told.body.fields[0].field, 'lead')
    assert.equal((await admin.post(path, { entry: standard(lamp), version: 7 })).status, 400)
    assert.equal((await (await stage.at('dispatcher')).post(path, { entry: standard(lamp), version: 1 })).status, 403)
    assert.equal((await stage.nobody().post(path, { entry: standard(lamp), version: 1 })).status, 401)
    let status = 200
    for (let tries = 0; tries < 31 && status !== 429; tries++)
      status = (await admin.post(path, { entry: standard(lamp), version: 1 })).status
    assert.equal(status, 429)
  })
})
