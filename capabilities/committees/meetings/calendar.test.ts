import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Meeting } from '../contract/meeting.ts'
import { calendarOf, escaped, lines } from './calendar.ts'

const meeting: Meeting = {
  ...{ district: 'd', id: '0197a000-0000-7000-8000-000000000000', version: 2, state: 'called', sequence: 1 },
  ...{ committee: 'north', committeeName: '城北街道治理委员会', unit: 'north', seats: 5, members: [], putOffs: [] },
  ...{ startsAt: '2026-03-18T01:30:00Z', endsAt: '2026-03-18T03:00:00Z', changedAt: '2026-03-02T01:00:00.123Z' },
  venue: '街道二楼, 会议室',
  agenda: [{ subject: '小区停车；充电', presenter: '王敏', decides: true }],
}

/** Content lines as a calendar reads them: unfolded, and each property by its name. */
const read = (text: string): Map<string, string> =>
  new Map(
    text
      .replaceAll('\r\n ', '')
      .split('\r\n')
      .filter((line) => line !== '')
      .map((line): [string, string] => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1)]),
  )
const unescaped = (text: string) => text.replaceAll(/\\(.)/g, (_, sign) => (sign === 'n' ? '\n' : sign))

test('a meeting is one event that a calendar reads', () => {
  const event = read(calendarOf(meeting))
  const told = ['METHOD', 'UID', 'SEQUENCE', 'DTSTAMP', 'DTSTART', 'DTEND', 'LOCATION', 'STATUS'].map((name) => event.get(name))
  assert.deepEqual(told, [
    ...['PUBLISH', '0197a000-0000-7000-8000-000000000000@d.linli', '1', '20260302T010000Z'],
    ...['20260318T013000Z', '20260318T030000Z', '街道二楼\\, 会议室', 'CONFIRMED'],
  ])
  const cancelled = read(calendarOf({ ...meeting, state: 'cancelled', because: '防汛' }))
  assert.deepEqual([cancelled.get('STATUS'), cancelled.get('METHOD')], ['CANCELLED', 'CANCEL'])
  const organizer = 'ORGANIZER;CN="城北街道治理委员会"'
  for (const name of ['UID', organizer]) assert.equal(cancelled.get(name), event.get(name), 'it takes out the same event')
  assert.equal(event.get(organizer), 'mailto:north@d.invalid')
})

test('whatever a text holds, no line is longer than 75 octets, no sign is cut, and it is read as it was', () => {
  const signs = fc.constantFrom('a', ' ', ',', ';', '\\', '\n', 'é', '会', '𠮷')
  fc.assert(
    fc.property(fc.array(signs, { maxLength: 150, size: 'max' }), (some) => {
      const text = some.join('')
      const written = lines([`DESCRIPTION:${escaped(text)}`])
      for (const line of written.split('\r\n')) assert.ok(Buffer.byteLength(line) <= 75)
      assert.equal(Buffer.from(written).toString(), written)
      assert.equal(unescaped(read(written).get('DESCRIPTION') ?? ''), text)
    }),
  )
})
