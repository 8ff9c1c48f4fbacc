import assert from 'node:assert/strict'
import { before, suite, test } from 'node:test'
import { sql } from 'kysely'
import { testDatabase } from '#testing/database.ts'
import type { Database } from '../database/open.ts'
import { within } from '../database/within.ts'
import { asOf, isOfficeHours } from './calendar.ts'
import { moments } from './limit.ts'
import { calendarOf, saveYear } from './store.ts'
import { specialDays, usualHours } from './years.ts'

const district = 'calendar-test'
const days = (year: number) => specialDays(year) ?? []

suite('the calendar of a district', () => {
  let database: Database
  const command = { as: 'command', district } as const
  before(async () => {
    database = await testDatabase()
    await within(database, { as: 'owner', district }, (connection) =>
      sql`insert into place.districts (district, name) values (${district}, '历城')`.execute(connection),
    )
  })
  const save = (year: number, change = {}) =>
    within(database, command, (connection) =>
      saveYear(connection, district, year, { hours: usualHours, days: days(year), ...change }),
    )
  const calendar = () => within(database, command, (connection) => calendarOf(connection, district))
  const rules = async () => {
    const { rows } = await within(database, command, (connection) =>
      sql<{ version: number }>`select rules_version as version from place.districts where district = ${district}`.execute(
        connection,
      ),
    )
    return rows[0]?.version
  }

  test('without a year knows no holiday and says so', async () => {
    const { version, knownUntil, hours } = await calendar()
    assert.deepEqual({ version, knownUntil, hours }, { version: 0, knownUntil: '1991-12-31', hours: usualHours })
  })

  test('each saved year is a new version of the calendar and of the rules', async () => {
    const before = await rules()
    assert.deepEqual(await save(2025), { state: 'saved', version: 1 })
    assert.deepEqual(await save(2026), { state: 'saved', version: 2 })
    assert.deepEqual(await save(2025, { days: days(2025).slice(1) }), { state: 'saved', version: 3 })
    assert.equal(await rules(), (before ?? 0) + 3)
    const now = await calendar()
    assert.deepEqual([now.version, now.knownUntil, now.days.length], [3, '2026-12-31', days(2025).length + days(2026).length - 1])
  })

  test('each year has office hours of its own, and every version stays to explain by', async () => {
    const short = [{ from: '09:00', to: '16:00' }]
    const before = await calendar()
    assert.ok('version' in (await save(2025, { hours: short })))
    const now = await calendar()
    assert.deepEqual(now.hours, usualHours, 'those of the last year')
    const at = (text: string) => isOfficeHours(now, Temporal.Instant.from(text))
    assert.deepEqual([at('2025-03-03T16:30:00+08:00'), at('2026-03-03T16:30:00+08:00')], [false, true])
    const then = asOf(now, before.version)
    assert.ok(isOfficeHours(then, Temporal.Instant.from('2025-03-03T16:30:00+08:00')), 'as it was before')
    assert.equal(asOf(now, now.version), now)
    const { dueAt } = moments(now, Temporal.Instant.from('2025-12-31T09:00:00+08:00'), { workingDays: 2 })
    assert.equal(
      dueAt.toString(),
      '2026-01-04T09:00:00Z',
      'fourteen hours of 2025: seven on its last day, seven in the hours of 2026',
    )
  })

  test('a day twice, a day of another year, a gap and an unknown district are refused and change nothing', async () => {
    const [first] = days(2026)
    const refused = [
      await save(2026, { days: [first, first] }),
      await save(2026, { days: days(2025) }),
      await save(2029, { days: [] }),
      await within(database, { as: 'command', district: 'nowhere' }, (connection) =>
        saveYear(connection, 'nowhere', 2026, { hours: usualHours, days: [] }),
      ),
    ]
    assert.deepEqual(
      refused.map(({ state }) => state),
      ['refused', 'refused', 'refused', 'refused'],
    )
    assert.equal((await calendar()).version, 4)
  })

  test('is not seen from another district', async () => {
    const elsewhere = await within(database, { as: 'command', district: 'elsewhere' }, (connection) =>
      calendarOf(connection, district),
    )
    assert.equal(elsewhere.version, 0)
  })
})
