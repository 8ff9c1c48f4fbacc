import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import type { Hours } from './contract.ts'
import { toSchedules } from './schedules.ts'

const office: Hours = {
  weekly: [{ days: [5, 1, 2, 3, 4], opens: '08:30', closes: '17:30' }],
  exceptions: [
    { from: '2026-10-10', until: '2026-10-11', slots: [{ opens: '09:00', closes: '24:00' }], because: '庙会' },
    { from: '2026-10-01', until: '2026-10-07', slots: [], because: '国庆放假' },
  ],
}
suite('opening hours as others read them (HSDS 3)', () => {
  test('the week holds up to a holiday and again after it; a fair has its own line, with its reason', () => {
    const usual = { freq: 'WEEKLY', byday: 'MO,TU,WE,TH,FR', opens_at: '08:30+08:00', closes_at: '17:30+08:00' }
    assert.deepEqual(toSchedules(office), [
      { ...usual, valid_to: '2026-09-30' },
      { ...usual, valid_from: '2026-10-08', valid_to: '2026-10-09' },
      { ...usual, valid_from: '2026-10-12' },
      {
        freq: 'WEEKLY',
        byday: 'SA,SU',
        opens_at: '09:00+08:00',
        closes_at: '23:59+08:00',
        valid_from: '2026-10-10',
        valid_to: '2026-10-11',
        notes: '庙会',
      },
    ])
  })

  test('without exceptions it is one line a stretch, for ever', () => {
    assert.deepEqual(toSchedules({ ...office, exceptions: [] }), [
      { freq: 'WEEKLY', byday: 'MO,TU,WE,TH,FR', opens_at: '08:30+08:00', closes_at: '17:30+08:00' },
    ])
  })

  test('exceptions that follow each other leave no line between them', () => {
    const pair = [
      { from: '2026-10-01', until: '2026-10-03', slots: [], because: '假' },
      { from: '2026-10-04', until: '2026-10-04', slots: [], because: '修' },
    ]
    assert.equal(toSchedules({ ...office, exceptions: pair }).length, 2)
  })
})
