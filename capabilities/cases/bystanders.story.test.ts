import assert from 'node:assert/strict'
import { test } from 'node:test'
import { points } from '#testing/neighbourhood.ts'
import { limit, play } from '#testing/play.ts'
import { lampReport } from '#testing/stage.ts'

// Who hears of a case besides whoever has it.

const at = ([longitude, latitude]: readonly [number, number]) => ({ point: { longitude, latitude, system: 'wgs84' } })

test('the steward of the building hears of what is new there; not of what is about the chain, or protected', async () => {
  const { report, notices } = await play()
  assert.ok((await notices(await report(), 'report')).includes('steward@g-plum-1'))
  for (const more of [{ about: ['g-plum'] }, { category: 'care.minors' }])
    assert.ok(!(await notices(await report('grandma', more), 'report')).join().includes('steward'))
})

test('where a dedicated grid takes it first, the worker of the base grid hears of it', async () => {
  const { report, notices, item } = await play()
  const id = await report('grandma', { place: at(points.market) })
  const found = await item(id)
  assert.equal('holder' in found && found.holder.unit, 'd-market')
  assert.deepEqual((await notices(id, 'report')).toSorted(), ['grandma', 'gridWorker@d-market', 'gridWorker@g-pine'])
})

test('the grid leaders hear that what staff found is done and to be checked, but not whoever did it', async () => {
  const { does, notices } = await play()
  const [found, own] = [crypto.randomUUID(), crypto.randomUUID()]
  const patrol = lampReport({ category: 'neighbours.dispute', as: 'patrol' })
  await does('wangMin', 'report', found, patrol)
  const told = (await notices(found, 'report')).filter((to) => to === 'wangMin' || to.startsWith('gridWorker@'))
  assert.deepEqual(told, ['gridWorker@g-plum'], 'whoever wrote it hears once that it came')
  await does('wangMin', 'accept', found)
  await does('wangMin', 'solveOnSite', found, { outcome: 'solved', done: '已劝和' })
  assert.deepEqual((await notices(found, 'solveOnSite')).filter((to) => to !== 'wangMin').toSorted(), [
    'communitySecretary@garden',
    'gridLeader@g-plum',
  ])
  await does('wangMin', 'report', own, patrol)
  await does('wangMin', 'accept', own)
  await does('wangMin', 'escalate', own, { words: '请社区处理' })
  await does('secretary', 'solveOnSite', own, { outcome: 'solved', done: '已劝和' })
  assert.ok(!(await notices(own, 'solveOnSite')).includes('communitySecretary@garden'))
})

test('who is to check hears nothing of what is about them, or protected', async () => {
  const { does, notices } = await play()
  const solved = async (who: 'secretary' | 'streetDesk' | 'dispatcher', more: object) => {
    const id = crypto.randomUUID()
    await does('wangMin', 'report', id, lampReport({ category: 'neighbours.dispute', as: 'patrol', ...more }))
    await does(who, 'accept', id)
    if (who === 'dispatcher') await does(who, 'reportToAuthority', id, { to: 'police', words: '已电话报告' })
    await does(who, 'solveOnSite', id, { outcome: 'solved', done: '已处理' })
    return (await notices(id, 'solveOnSite')).filter((to) => to !== 'wangMin')
  }
  assert.deepEqual(await solved('secretary', { about: ['g-plum'] }), [])
  assert.deepEqual(await solved('streetDesk', { about: ['garden'] }), [])
  assert.deepEqual(await solved('dispatcher', { category: 'care.minors' }), [])
})

test('that a worker says an accepted case is about the grid after all is told to the supervisor', async () => {
  const { report, does, notices } = await play()
  const id = await report()
  await does('wangMin', 'accept', id)
  await does('wangMin', 'correct', id, { concerns: ['grid'], words: '说的是我们网格' })
  assert.ok((await notices(id, 'correct')).includes('supervisor@'))
})

test('whoever merged a case by mistake takes it out again; somebody else’s post does not', async () => {
  const { report, does, refused, item } = await play()
  const [parent, child] = [await report(), await report('neighbour')]
  await does('wangMin', 'merge', child, { parent })
  await refused('liQiang', 'unmerge', child, { parent }, /notFound|notYou/)
  await does('wangMin', 'unmerge', child, { parent })
  assert.deepEqual((await item(parent)).children, [])
})

test('what is taken out again leaves those who had joined the other by themselves, and is taken out from the top', async () => {
  const { report, does, refused, item } = await play()
  const [top, parent, child] = [await report(), await report('neighbour'), await report('neighbour')]
  const before = async (id: string) => (await item(id)).followers
  await does('neighbour', 'join', top)
  const own = await before(top)
  await does('wangMin', 'merge', child, { parent })
  await does('wangMin', 'merge', parent, { parent: top })
  await refused('wangMin', 'unmerge', child, { parent }, /请先撤销那一次并案/)
  await does('wangMin', 'unmerge', parent, { parent: top })
  assert.deepEqual(await before(top), own)
  await does('wangMin', 'unmerge', child, { parent })
  assert.deepEqual(await before(parent), [])
})

test('whoever reported two of what was merged follows the case until both are taken out again', async () => {
  const { report, does, item } = await play()
  const [parent, one, other] = [await report(), await report('neighbour'), await report('neighbour')]
  const [reporter] = [(await item(one)).reporter]
  const following = async () => (await item(parent)).followers
  await does('wangMin', 'merge', one, { parent })
  await does('wangMin', 'merge', other, { parent })
  assert.deepEqual(await following(), [reporter])
  await does('wangMin', 'unmerge', one, { parent })
  assert.deepEqual(await following(), [reporter])
  await does('wangMin', 'unmerge', other, { parent })
  assert.deepEqual(await following(), [])
})

test('a merge that is undone is no way round a return, a ruling or a clock', async () => {
  const { report, handled, does, refused, item, clock } = await play()
  const [parent, bound] = [await handled(), await handled()]
  const notOurs = { reason: 'notOurDuty', words: '不归我局', rightBody: 'housing' }
  await does('lamps', 'return', bound, notOurs)
  await does('wangMin', 'dispatch', bound, { lead: 'urban' })
  await does('lamps', 'return', bound, notOurs)
  await does('dispatcher', 'rule', bound, { decision: 'dispatch', lead: 'urban', duty: '权责清单第 12 项', words: '由城管办' })
  await does('lamps', 'receive', bound)
  await refused('lamps', 'return', bound, notOurs, /裁定/)
  await does('lamps', 'merge', bound, { parent })
  await refused('lamps', 'unmerge', bound, { parent }, /请指挥中心撤销/)
  assert.equal((await does('dispatcher', 'unmerge', bound, { parent })).state, 'reported')

  const taken = await report('neighbour')
  await does('wangMin', 'accept', taken)
  await does('wangMin', 'merge', taken, { parent })
  await refused('wangMin', 'unmerge', taken, { parent }, /请指挥中心撤销/)

  const late = await report('neighbour')
  const before = limit(await item(late), 'accept')
  clock.moveTo('2026-03-02T14:00:00+08:00')
  await does('wangMin', 'merge', late, { parent })
  const again = limit(await does('wangMin', 'unmerge', late, { parent }), 'accept')
  assert.deepEqual([again.startsAt, again.dueAt], [before.startsAt, before.dueAt])
})

test('what is not a unit’s duty names the one that is right, of the list or in words', async () => {
  const { handled, does, refused } = await play()
  const id = await handled()
  await refused('lamps', 'resolve', id, { outcome: 'notOurs', done: '已看过' }, /应由哪个单位负责/)
  await refused('lamps', 'resolve', id, { outcome: 'notOurs', done: '已看过', rightBody: 'nowhere' }, /没有这个单位/)
  const done = await does('lamps', 'resolve', id, { outcome: 'notOurs', done: '已看过', rightBody: 'housing' })
  assert.equal('resolution' in done && done.resolution.rightBody, 'housing')
})

test('which cases were merged is for those who see what lies there; a unit is told how many', async () => {
  const { report, handled, does, shown } = await play()
  const [parent, child] = [await handled(), await report('neighbour')]
  await does('dispatcher', 'merge', child, { parent })
  const seen = async (who: 'secretary' | 'dispatcher' | 'lamps' | 'grandma') => {
    const { item } = await shown(who, parent)
    return [item?.related, item?.children]
  }
  for (const who of ['secretary', 'dispatcher'] as const) assert.deepEqual(await seen(who), [1, [child]])
  for (const who of ['lamps', 'grandma'] as const) assert.deepEqual(await seen(who), [1, []])
})
