import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { points } from '#testing/neighbourhood.ts'
import { limit, play } from '#testing/play.ts'

// A clock that was set going is of the case: nobody who keeps it begins it anew.

test('a correction of the place after a return leaves the limit to resolve as it runs', async () => {
  const { handled, does, item, clock } = await play()
  const id = await handled()
  const { startsAt, dueAt } = limit(await item(id), 'resolve')
  clock.moveOn({ hours: 4 })
  await does('lamps', 'return', id, { reason: 'notOurDuty', words: '不归我们', rightBody: 'housing' })
  const [longitude, latitude] = points.pine
  await does('wangMin', 'correct', id, { place: { point: { longitude, latitude, system: 'wgs84' } }, words: '地点不对' })
  await does('liQiang', 'accept', id)
  await does('liQiang', 'dispatch', id, { lead: 'housing' })
  const runs = limit(await item(id), 'resolve')
  assert.deepEqual([runs.startsAt, runs.dueAt], [startsAt, dueAt])
})

test('what was said to be done and was not goes on with what was left of its limit', async () => {
  const { report, does, item, clock, photoOf } = await play()
  const id = await report('grandma', { category: 'municipal.streetLamp' })
  await does('wangMin', 'accept', id)
  await does('wangMin', 'dispatch', id, { lead: 'urban' })
  await does('lamps', 'receive', id)
  const { dueAt } = limit(await item(id), 'resolve')
  clock.moveTo(Temporal.Instant.from(dueAt).subtract({ hours: 1 }).toString())
  const photos = [await photoOf('lamps')]
  await does('lamps', 'resolve', id, { outcome: 'solved', done: '修好了', photos })
  clock.moveOn({ hours: 24 })
  await does('wangMin', 'sendBack', id, { words: '没有修' })
  const again = limit(await item(id), 'resolve')
  const left = Temporal.Instant.from(again.startsAt).until(Temporal.Instant.from(again.dueAt)).total('minutes')
  assert.equal(left, 90, 'an hour of work was left, and work begins half an hour later')
})

test('what kept a case out of the figures keeps no part out that is split off, nor do its ratings speak for it', async () => {
  const { resolved, does, item } = await play()
  const id = await resolved()
  await does('grandma', 'rate', id, { solved: true, level: 5 })
  await does('supervisor', 'exclude', id, { ground: '不属统计' })
  await does('secondSupervisor', 'exclude', id, { ground: '不属统计' })
  await does('grandma', 'reopen', id, { words: '又坏了' })
  const part = randomUUID()
  await does('lamps', 'split', id, { parts: [{ id: part, category: 'neighbours.dispute', words: '另一件' }] })
  const { excluded, ratings } = await item(part)
  assert.deepEqual([excluded, ratings], [undefined, []])
})
