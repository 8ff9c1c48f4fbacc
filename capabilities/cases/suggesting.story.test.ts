import assert from 'node:assert/strict'
import { test } from 'node:test'
import { within } from '#kernel/database/within.ts'
import { lampReport, setStage } from '#testing/stage.ts'
import { learner } from './store/learn.ts'
import { ruleSuggester } from './suggesting.ts'

const stage = await setStage()
const { database, district, house, cases } = stage

test('what people made of past cases is suggested for the next that are worded like them, and it is said why', async () => {
  const worker = await stage.at('wangMin')
  const handled = {
    'utilities.power': ['变压器嘎嘎响', '夜里变压器嘎嘎地响', '那台变压器又嘎嘎响了', '变压器嘎嘎响得睡不着'],
    'neighbours.dispute': ['楼上吵', '楼上夜里吵', '楼上又吵'],
    'municipal.streetLamp': ['灯灭了', '灯又灭了', '灯灭了好几天'],
  }
  for (const [category, reports] of Object.entries(handled))
    for (const words of reports) {
      const { id } = (await stage.nobody().send('report', '', lampReport({ words, category }))).body
      await worker.send('accept', id)
      assert.equal((await worker.send('dispatch', id, { lead: 'property-1' })).status, 200)
    }
  const rules = await within(database, { as: 'owner', district }, (connection) => cases.rulesOf(connection, district))
  const words = '嘎嘎响个不停'
  assert.notEqual(ruleSuggester()(rules, words)?.category, 'utilities.power', 'the vocabulary alone knows nothing of it')
  const past = learner(database, house.ring, 5)
  assert.equal(past.of(district), undefined)
  await past.learn(district)
  const suggested = ruleSuggester(past.of)(rules, words)
  assert.equal(suggested?.category, 'utilities.power')
  assert.match(suggested?.because.map(({ zh }) => zh).join() ?? '', /用词与 4 件往例相近/)
  assert.doesNotMatch(
    JSON.stringify(past.of(district)?.past.classes),
    /\p{Script=Han}/u,
    'what is learnt holds nobody\u2019s words',
  )
  const fresh = learner(database, house.ring)
  await fresh.learn(district)
  assert.equal(fresh.of(district), undefined, 'so few teach nothing')
})

test('whoever reports is told how sure it is, and why', async () => {
  const { body } = await stage.nobody().post('/api/categories/suggest', { words: '路灯不亮' })
  assert.ok(body.confidence > 0 && body.confidence <= 1)
  assert.ok(body.because.some(({ zh }: { zh: string }) => zh.includes('路灯')))
  const none = await stage.nobody().post('/api/categories/suggest', { words: '……' })
  assert.deepEqual(none.body.because, [])
})
