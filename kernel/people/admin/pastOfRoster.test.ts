import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { asFromNow, type SentSlot } from './pastOfRoster.ts'

const at = (clock: string) => `2026-03-02T${clock}:00Z`
const turn = (account: string, from: string, to: string): SentSlot => ({ account, from: at(from), to: at(to) })
const row = ({ account, from, to }: SentSlot) => ({
  ...{ unit: 'north', account, name: null },
  ...{ starts_at: new Date(from), ends_at: new Date(to) },
})
const now = Temporal.Instant.from('2026-03-02T12:00:31Z')
/** Turns as they read: whose, from when until when, in order. */
const told = (turns: readonly SentSlot[]) =>
  turns.map(({ account, from, to }) => `${account} ${from.slice(11, 16)}-${to.slice(11, 16)}`).toSorted()

suite('a roster that is changed while somebody is on duty', () => {
  const li = turn('li', '10:00', '18:00')
  const early = turn('sun', '06:00', '10:00')
  const table = [
    ['leaves out who is on duty: they were until now', [li], [], ['li 10:00-12:00']],
    [
      'gives the running turn to another, from now on',
      [li],
      [turn('wang', '10:00', '18:00')],
      ['li 10:00-12:00', 'wang 12:00-18:00'],
    ],
    ['ends it earlier', [li], [turn('li', '10:00', '15:00')], ['li 10:00-15:00']],
    ['leaves it as it is', [early, li], [early, li], ['li 10:00-18:00', 'sun 06:00-10:00']],
    [
      'puts somebody beside them, who begins now',
      [li],
      [li, turn('wang', '11:00', '14:00')],
      ['li 10:00-18:00', 'wang 12:00-14:00'],
    ],
    ['has the same person begin later', [li], [turn('li', '13:00', '18:00')], ['li 10:00-12:00', 'li 13:00-18:00']],
    ['takes out whoever began in this very minute', [turn('li', '12:00', '18:00')], [], []],
    ['changes what is to come', [turn('li', '13:00', '14:00')], [turn('wang', '13:00', '14:00')], ['wang 13:00-14:00']],
  ] as const
  for (const [what, stood, turns, kept] of table)
    test(what, () => assert.deepEqual(told(asFromNow(stood.map(row), turns, { from: at('00:00'), now })), kept))

  test('does not speak of what began before the stretch', () => {
    assert.deepEqual(asFromNow([row(li)], [], { from: at('11:00'), now }), [])
  })
})
