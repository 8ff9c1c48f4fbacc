import assert from 'node:assert/strict'
import { test } from 'node:test'
import { everybodysPassword, points } from '#testing/neighbourhood.ts'
import { limit, play } from '#testing/play.ts'

// What was missed in a round stays missed, whatever begins another limit: a pause, a return, a false "done", a wrong place, a turned-down
// proposal. Each was a way to be in time after all.

/** A stage on which days pass until a limit is over, and on which it is asked what of a figure was in time. */
async function late() {
  const stage = await play()
  const { item, clock, cookieOf, hand, district } = stage
  const past = async (id: string, step: string, hours = 24 * 6) =>
    clock.moveTo(Temporal.Instant.from(limit(await item(id), step).dueAt).add({ hours }))
  const inTime = async (name = 'resolvedInTime') => {
    const cookie = await cookieOf('/api/session', { account: `dispatcher.${district}`, password: everybodysPassword })
    const { status, body } = await hand(cookie).get(`/api/metrics/${name}`)
    assert.equal(status, 200, JSON.stringify(body))
    return `${body.numerator}/${body.denominator}`
  }
  const dayIn = (days: number) =>
    clock
      .now()
      .add({ hours: 24 * days })
      .toString()
      .slice(0, 10)
  return { ...stage, past, inTime, dayIn }
}

const solved = { outcome: 'solved', done: '好了' }
const [longitude, latitude] = points.pine
const elsewhere = { place: { point: { longitude, latitude, system: 'wgs84' } }, words: '地点不对' }

test('a pause does not make good for what is over', async () => {
  const { handled, does, past, inTime, dayIn } = await late()
  const id = await handled()
  await past(id, 'resolve')
  assert.equal(await inTime(), '0/1')
  await does('lamps', 'askSuspension', id, { reason: 'procedure', until: dayIn(2), words: '等鉴定' })
  await does('supervisor', 'grantSuspension', id)
  assert.equal(await inTime(), '0/1', 'nor does it leave the count')
  await does('lamps', 'resume', id)
  await does('lamps', 'resolve', id, solved)
  assert.equal(await inTime(), '0/1')
})

test('nor does a false “done” that is sent back', async () => {
  const { handled, does, past, inTime, clock, photoOf } = await late()
  const id = await handled({ category: 'municipal.streetLamp' })
  await past(id, 'resolve')
  await does('lamps', 'resolve', id, { ...solved, photos: [await photoOf('lamps')] })
  await does('wangMin', 'sendBack', id, { words: '没有修' })
  clock.moveOn({ minutes: 30 })
  await does('lamps', 'resolve', id, { ...solved, photos: [await photoOf('lamps')] })
  assert.equal(await inTime(), '0/1')
})

test('nor does a proposal that is turned down, passing it up and down again, or a wrong place', async () => {
  const { report, does, past, inTime } = await late()
  const accepted = async () => {
    const id = await report()
    await does('wangMin', 'accept', id)
    await past(id, 'solve')
    return id
  }
  const [proposed, passed, moved] = [await accepted(), await accepted(), await accepted()]
  await does('wangMin', 'proposeDecline', proposed, { reason: 'unfounded', words: '不清楚' })
  await does('dispatcher', 'rule', proposed, { decision: 'grid', duty: '履职清单第 3 项', words: '应受理' })
  await does('wangMin', 'escalate', passed, { words: '请看' })
  await does('secretary', 'sendDown', passed, { words: '你办' })
  await does('wangMin', 'correct', moved, elsewhere)
  await does('liQiang', 'accept', moved)
  for (const [who, id] of [
    ['wangMin', proposed],
    ['wangMin', passed],
    ['liQiang', moved],
  ] as const)
    await does(who, 'solveOnSite', id, solved)
  assert.equal(await inTime(), '0/3')
})

test('nor does a wrong decline that is rightly appealed', async () => {
  const { handled, does, past, inTime } = await late()
  const id = await handled()
  await does('lamps', 'return', id, { reason: 'notOurDuty', words: '不归我们', rightBody: 'housing' })
  await past(id, 'resolve')
  await does('dispatcher', 'decline', id, { reason: 'unfounded', words: '没有依据' })
  assert.equal(await inTime(), '0/1')
  await does('grandma', 'appeal', id, { words: '有的' })
  await does('supervisor', 'uphold', id, { words: '有理' })
  await does('wangMin', 'accept', id)
  await does('wangMin', 'dispatch', id, { lead: 'urban' })
  await does('lamps', 'receive', id)
  await does('lamps', 'resolve', id, solved)
  assert.equal(await inTime(), '0/1')
})

test('who is late to accept does not pass that on with a wrong place', async () => {
  const { report, does, past, inTime } = await late()
  const id = await report()
  await past(id, 'accept')
  await does('wangMin', 'correct', id, elsewhere)
  await does('liQiang', 'accept', id)
  assert.equal(await inTime('acceptedInTime'), '0/1')
})

test('what was missed before a report was withdrawn, and goes on for others, is missed once', async () => {
  const { report, does, past, inTime, clock } = await late()
  const [accepted, waiting] = [await report(), await report()]
  for (const id of [accepted, waiting]) await does('neighbour', 'join', id)
  await past(accepted, 'accept')
  await does('wangMin', 'accept', accepted)
  assert.equal(await inTime('acceptedInTime'), '0/2')
  clock.moveOn({ minutes: 1 })
  for (const id of [accepted, waiting]) await does('grandma', 'withdraw', id)
  assert.equal(await inTime('acceptedInTime'), '0/2')
})

test('a limit that was wrong, and is counted anew from where it began, was not missed', async () => {
  const { handled, does, past, inTime } = await late()
  const id = await handled({ kind: 'help' })
  await past(id, 'resolve', 1)
  assert.equal(await inTime(), '0/1')
  await does('dispatcher', 'correct', id, { kind: 'complaint', words: '是投诉，时限不同' })
  await does('lamps', 'resolve', id, solved)
  assert.equal(await inTime(), '1/1')
})

test('a unit that let all of the limit pass does not leave it to the next by returning what it never received', async () => {
  const { report, does, past, refused } = await late()
  const id = await report()
  await does('wangMin', 'accept', id)
  await does('wangMin', 'dispatch', id, { lead: 'urban' })
  await past(id, 'resolve')
  await refused('lamps', 'return', id, { reason: 'notOurDuty', words: '不归我们', rightBody: 'housing' }, /办结时限已过/)
})

test('a pause, and a correction after one, give no limit whole again', async () => {
  const { handled, does, item, clock, dayIn } = await late()
  const id = await handled({ kind: 'help' })
  const before = await item(id)
  const left = (one: typeof before, step: string) => {
    const { startsAt, dueAt } = limit(one, step)
    return Temporal.Instant.from(startsAt).until(dueAt).total('hours')
  }
  clock.moveTo(Temporal.Instant.from(limit(before, 'contact').dueAt).subtract({ minutes: 10 }))
  await does('lamps', 'askSuspension', id, { reason: 'procedure', until: dayIn(2), words: '等鉴定' })
  await does('supervisor', 'grantSuspension', id)
  const resumed = await does('lamps', 'resume', id)
  assert.ok(left(resumed, 'contact') < 1, 'ten minutes were left')
  clock.moveTo(Temporal.Instant.from(limit(resumed, 'resolve').dueAt).subtract({ minutes: 30 }))
  await does('lamps', 'askSuspension', id, { reason: 'procedure', until: dayIn(2), words: '等鉴定' })
  await does('supervisor', 'grantSuspension', id)
  await does('lamps', 'resume', id)
  const corrected = await does('dispatcher', 'correct', id, { kind: 'complaint', words: '是投诉' })
  assert.ok(left(corrected, 'resolve') < 24, 'half an hour of several days was left')
})
