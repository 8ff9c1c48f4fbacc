import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { calendarStep, type Ground, gridsStep, inviteStep, peopleStep, placesStep } from './steps.ts'

const nothing: Ground = {
  day: '2026-03-02',
  units: { district: 1 },
  communities: [],
  grids: [],
  posts: [],
  handling: [],
  calendarUntil: undefined,
}
const grid = (code: string, parent: string | null, level: number) => ({ code, parent, level, community: 'garden', kind: 'base' })
const zh = (some: readonly { zh: string }[]) => some.map((one) => one.zh)

suite('a district’s beginning, from its data', () => {
  test('of an empty one nothing is there, and it is said what is missing', () => {
    for (const step of [placesStep, gridsStep, peopleStep, calendarStep, inviteStep]) {
      const { state, missing } = step(nothing)
      assert.deepEqual([state, missing.length > 0], ['open', true])
    }
  })

  test('a grid is attended by its worker, by one above it, or by the secretary of its community', () => {
    const grids = [grid('one', null, 1), grid('two', 'one', 2), grid('three', 'two', 3), grid('other', null, 1)]
    const said = (...posts: [role: string, unit: string][]) =>
      zh(
        peopleStep({ ...nothing, grids, posts: posts.map(([role, unit]) => ({ role, unit, account: role, came: true })) })
          .missing,
      ).filter((words) => words.includes('网格没有人承单') || words.includes('个网格'))
    assert.deepEqual(said(['gridWorker', 'two']), ['2 个网格没有人承单'])
    assert.deepEqual(said(['gridWorker', 'one']), ['1 个网格没有人承单'])
    assert.deepEqual(said(['communitySecretary', 'garden']), [])
  })

  test('a calendar that ends this year is enough until the next one is announced', () => {
    assert.equal(calendarStep({ ...nothing, calendarUntil: 2026 }).state, 'done')
    assert.equal(calendarStep({ ...nothing, calendarUntil: 2025 }).state, 'begun')
    assert.deepEqual(calendarStep({ ...nothing, calendarUntil: 2026 }).hints, [])
    assert.equal(calendarStep({ ...nothing, calendarUntil: 2026, day: '2026-11-20' }).hints.length, 1)
  })

  test('the first who come open the house: administrators alone do not, and stragglers hold nothing up', () => {
    const post = (role: string, came: boolean) => ({ role, unit: 'x', account: `${role}${came}`, came })
    assert.equal(inviteStep({ ...nothing, posts: [post('systemAdmin', true)] }).state, 'open')
    assert.equal(inviteStep({ ...nothing, posts: [post('gridWorker', true)] }).state, 'begun')
    const come = inviteStep({ ...nothing, posts: [post('gridWorker', true), post('dispatcher', true), post('clerk', false)] })
    assert.deepEqual([come.state, zh(come.hints)], ['done', ['1 人还没有登录过']])
  })
})
