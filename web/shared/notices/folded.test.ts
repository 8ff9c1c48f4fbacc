import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Notice } from '#kernel/record/shown.ts'
import { folded } from './folded.ts'

const now = Date.parse('2026-03-02T09:00:00Z')
const notice = (item: string, at: string, more: Partial<Notice> = {}): Notice => ({
  ...{ id: `${item} ${at}`, item, flow: 'case', words: { zh: at, en: at }, at: `2026-03-02T${at}:00Z`, read: true },
  ...more,
})
const due = (at: string) => ({
  about: { number: '2603-00001', matter: { zh: '路灯', en: 'lamp' }, place: '梅园', dueAt: `2026-03-02T${at}:00Z` },
})
const lines = (notices: Notice[]) => folded(notices, ({ read }) => !read, now)

test('several about one thing are one line, with the latest and what was said before', () => {
  const [first, ...others] = lines([notice('a', '08:50'), notice('b', '08:40'), notice('a', '08:30'), notice('a', '08:20')])
  assert.equal(first?.latest.words.zh, '08:50')
  assert.deepEqual(
    first?.earlier.map(({ words }) => words.zh),
    ['08:30', '08:20'],
  )
  assert.equal(others.length, 1)
  const special = { ...notice('a', '08:10'), flow: 'special' }
  assert.equal(lines([notice('a', '08:50'), special]).length, 2, 'an id of another flow is another thing')
})

test('what is unread and over comes first, then what is unread, then the rest as it was told', () => {
  const told = [
    notice('read', '08:50', due('10:00')),
    notice('read and over', '08:40', due('08:00')),
    notice('unread', '08:30', { read: false, ...due('10:00') }),
    notice('unread and over', '08:20', { read: false, ...due('08:00') }),
    notice('unread without a limit', '08:10', { read: false }),
  ]
  assert.deepEqual(
    lines(told).map(({ latest }) => latest.item),
    ['unread and over', 'unread', 'unread without a limit', 'read', 'read and over'],
  )
})

test('a line is unread as long as anything in it is', () => {
  assert.equal(lines([notice('a', '08:50'), notice('a', '08:40', { read: false })])[0]?.unread, true)
})
