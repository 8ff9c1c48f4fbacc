import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { isoDay, numberOf } from '#kernel/time/zone.ts'
import { moveOf } from './copying.ts'
import { type Copy, cut, dayText, idMoved, paste } from './cut.ts'

const id = '019ac47f-cc08-7354-b58a-61dfc56e68ae'
const other = '019ac47f-cc08-7354-b58a-61dfc56e68af'
const copy: Copy = {
  id: (one) => idMoved(one, 52, 7),
  day: (day) => dayText(day - 364),
  number: () => '2511-00099',
  tip: () => '',
}

test('in a copy ids, numbers and days are its own; all else stays, also what only looks like them', () => {
  const text = `"${id}" of:${id} ${other} 2611-00042-2a 2611-00043 2026-11-25T10:00:00Z "2026-11-25" 2026-13-45 370703001003E03 05362026`
  const parts = cut(text, { ids: new Set([id]), numbers: new Set(['2611-00042']) })
  const moved = idMoved(id, 52, 7)
  assert.equal(
    paste(parts, copy),
    `"${moved}" of:${moved} ${other} 2511-00099-2a 2611-00043 2025-11-26T10:00:00Z "2025-11-26" 2026-13-45 370703001003E03 05362026`,
  )
})

test('ids move with their time, and no two copies of one share theirs', () => {
  assert.equal(
    Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16) -
      Number.parseInt(idMoved(id, 1, 0).replaceAll('-', '').slice(0, 12), 16),
    7 * 86_400_000,
  )
  assert.equal(new Set(Array.from({ length: 5000 }, (_, salt) => idMoved(id, 3, salt))).size, 5000)
  assert.match(idMoved(id, 520, 4_000_000_000), /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/)
})

test('no copy lies in the last fortnight, none twice in the same place, and together they fill the years before it', () => {
  const now = Temporal.Instant.from('2026-11-25T10:00:00Z')
  fc.assert(
    fc.property(fc.integer({ min: 14 * 24, max: 363 * 24 }), fc.integer({ min: 1, max: 12 }), (hours, years) => {
      const family = { lastEventAt: now.subtract({ hours }) }
      const weeks = Array.from({ length: 52 * years - years }, (_, index) => moveOf(index + 1, family, { now, years })?.weeks)
      const some = weeks.filter((one) => one !== undefined)
      const fortnight = now.subtract({ hours: 24 * 14 })
      for (const one of some)
        assert.ok(Temporal.Instant.compare(family.lastEventAt.subtract({ hours: 24 * 7 * one }), fortnight) <= 0)
      assert.equal(new Set(some).size, some.length)
      assert.equal(some.length, weeks.length - 2)
      assert.ok(!some.includes(0))
    }),
  )
  assert.equal(dayText(numberOf('2026-01-01')), isoDay(numberOf('2026-01-01')))
})
