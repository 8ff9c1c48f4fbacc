import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Say } from '#web/shared/language.ts'
import { dated, span } from '#web/shared/time.ts'
import { matches } from './answers.ts'
import { type Readable, textOf, whenSaid } from './said.ts'

const zh: Say = (words) => words.zh
const now = Date.parse('2026-03-02T13:00:00+08:00')
const bulletin: Readable = {
  ...{ kind: 'water', what: '管道检修', advice: '请储水', call: '0536-7000000', signedBy: '花园社区' },
  ...{ from: '2026-03-02T09:00:00+08:00', until: '2026-03-02T17:00:00+08:00' },
  places: [
    { code: 'plum', name: '梅园小区' },
    { code: 'pine', name: '松园小区' },
  ],
}

test('a bulletin for a chat group has a line for each thing, a sign-off and a link', () => {
  assert.equal(
    textOf(bulletin, zh, { link: 'https://here/b/1', now }),
    '【停水】\n梅园小区、松园小区\n3月2日（周一）09:00–17:00\n管道检修\n提醒：请储水\n联系：0536-7000000\n—— 花园社区\n看最新：https://here/b/1',
  )
  const taken = textOf({ ...bulletin, state: 'takenBack', because: '改期' }, zh, { link: 'l', now })
  assert.match(taken, /^【已撤回：停水】\n.*\n.*\n撤回原因：改期\n/)
})

test('one day is said once, two days each', () => {
  assert.equal(whenSaid(bulletin, now).zh, '今天 09:00–17:00')
  const next = Date.parse('2026-03-03T08:00:00+08:00')
  assert.equal(span(now, next, (moment) => dated(moment, now)).zh, '3月2日（周一）13:00 至 3月3日（周二）08:00')
})

test('a bulletin answers a report of its category, or of its words', () => {
  assert.ok(matches('water', { words: '', category: 'utilities.water' }))
  assert.ok(matches('water', { words: '家里没水了' }))
  assert.ok(!matches('water', { words: '路灯不亮', category: 'municipal.streetLamp' }))
  assert.ok(!matches('other', { words: '没水' }))
})
