import assert from 'node:assert/strict'
import { test } from 'node:test'
import { everybodysPassword, type StaffName } from '#testing/neighbourhood.ts'
import { roundOf } from '#testing/rounds.ts'
import { setStage } from '#testing/stage.ts'
import type { GridGroup } from './contract/entries.ts'

const stage = await setStage('2026-03-02T09:00:00+08:00')
/** Somebody of the staff, who signs in anew: days go by. */
const at = async (name: StaffName) =>
  stage.hand(await stage.cookieOf('/api/session', { account: `${name}.${stage.district}`, password: everybodysPassword }))

const put = async (group: GridGroup, version = 0, ends: string | null = null) => {
  const { status, body } = await (await at('secretary')).put(`/api/registers/grid-groups/${group.grid}`, {
    ...{ entry: group, version, ends },
  })
  assert.equal(status, 200, JSON.stringify(body))
}
/** What somebody was told of codes, the latest first. */
const toldTo = async (name: StaffName) => {
  const { body } = await (await at(name)).get('/api/notices')
  return body
    .filter(({ flow }: { flow: string }) => flow === 'gridGroup' || flow === 'gridCard')
    .map(({ item, words }: { item: string; words: { zh: string } }) => `${item} ${words.zh.match(/今天|明天|还有 \d 天/)?.[0]}`)
}
const on = async (day: string) => {
  stage.clock.moveTo(`${day}T09:00:00+08:00`)
  return roundOf(stage, 'reminded', stage.district)
}

const plum: GridGroup = {
  ...{ grid: 'g-plum', name: '梅园网格群', keeper: '网格员王敏', size: 210, countedOn: '2026-03-01' },
  ...{ invitation: 'https://weixin.qq.com/g/one', invitationUntil: '2026-03-20' },
}

test('before a group’s code expires, its grid worker and the community are told a week and a day before, once each', async () => {
  await put(plum)
  await put({ ...plum, grid: 'g-plum-1', name: '一号楼群', keeper: '林楼长', invitationUntil: '2026-03-14' })
  assert.equal(await on('2026-03-06'), 0, 'there is time')
  assert.equal(await on('2026-03-13'), 4, 'two of each')
  assert.equal(await on('2026-03-13'), 0, 'and no second time')
  assert.deepEqual(await toldTo('wangMin'), ['g-plum 还有 7 天'])
  assert.deepEqual(await toldTo('steward'), ['g-plum-1 明天'])
  assert.deepEqual((await toldTo('secretary')).toSorted(), ['g-plum 还有 7 天', 'g-plum-1 明天'])
  for (const name of ['liQiang', 'eastSecretary', 'leader'] as const) assert.deepEqual(await toldTo(name), [], name)
  assert.equal(await on('2026-03-19'), 2)
  assert.equal(await on('2026-03-20'), 0)
  assert.deepEqual(await toldTo('wangMin'), ['g-plum 明天', 'g-plum 还有 7 天'])
})

test('a new code is told of anew, one that has expired and a group that was dissolved are not', async () => {
  await put({ ...plum, invitationUntil: '2026-04-20' }, 1)
  assert.equal(await on('2026-03-22'), 0)
  assert.equal(await on('2026-04-19'), 2, 'the day before alone, where the week was missed')
  await put({ ...plum, invitationUntil: '2026-04-20' }, 2, '2026-04-20')
  assert.equal(await on('2026-04-20'), 0)
  assert.deepEqual(await toldTo('wangMin'), ['g-plum 明天', 'g-plum 明天', 'g-plum 还有 7 天'])
})
