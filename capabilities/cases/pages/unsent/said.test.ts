import assert from 'node:assert/strict'
import { test } from 'node:test'
import { photosIn, saidIn } from './said.ts'

const now = Date.parse('2026-03-02T09:00:00+08:00')
const zh = (input: Record<string, unknown>) => saidIn(input, now).map((words) => words.zh)

test('what waits is told in the words that were chosen and typed, never by a code', () => {
  assert.deepEqual(zh({ done: '换了灯泡', outcome: 'solved', photos: ['local:1'] }), ['已解决', '换了灯泡'])
  assert.deepEqual(zh({ reason: 'notOurDuty', words: '不归我们', rightBody: 'dept-urban' }), ['不是我们的职责', '不归我们'])
  assert.deepEqual(zh({ id: '0198c0de', category: 'lights.street', words: '路灯不亮', place: { code: 'plum-3' } }), ['路灯不亮'])
  assert.deepEqual(zh({ solved: true, level: 4 }), ['解决了 · 满意'])
  assert.deepEqual(zh({ place: '东门', at: '2026-03-02T10:00:00Z' }), ['东门', '今天 18:00'])
  assert.deepEqual(zh({ on: '2026-03-01', done: [{ network: 'order', what: '巡查楼道' }], note: '有堆物' }), [
    '2026-03-01',
    '巡查楼道',
    '有堆物',
  ])
  assert.deepEqual(zh({}), [])
})

test('photos that go with it are counted, on the phone alone or uploaded', () => {
  assert.equal(photosIn({ photos: ['local:1', 'a'] }), 2)
  assert.equal(photosIn({ words: '没有照片' }), 0)
})
