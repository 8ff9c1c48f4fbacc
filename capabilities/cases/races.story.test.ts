import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { sql } from 'kysely'
import { furnish } from '#bin/house.ts'
import { within } from '#kernel/database/within.ts'
import { perform } from '#kernel/flow/perform.ts'
import { isRefusal } from '#kernel/flow/refusal.ts'
import type { Actor } from '#kernel/people/actor.ts'
import { type Answer, crowdElsewhere, nameOf } from '#testing/crowd.ts'
import { onServer } from '#testing/database.ts'
import { lampReport, setStage } from '#testing/stage.ts'

// The embedded database has one connection and cannot race: there these stories only show that nothing else breaks.
const stage = await setStage()
const { house, cases, district, clock, database } = stage
const times = onServer ? 50 : 5
const crowd = onServer ? 200 : 20

const workers: Actor[] = Array.from({ length: crowd }, (_, number) => ({
  district,
  id: `w${number}`,
  name: nameOf(number),
  role: 'gridWorker',
  unit: 'g-plum',
}))
const reported = async () => (await stage.nobody().send('report', '', lampReport())).body.id as string

test('of all who accept the same cases at once, each case has one winner, and the others are told who has it', async () => {
  const ids = await Promise.all(Array.from({ length: times }, reported))
  const answers = await everybodyAccepts(ids)
  for (const id of ids) {
    const own = answers.filter((answer) => answer.id === id)
    assert.equal(own.length, crowd)
    const winners = own.filter(({ told }) => told === undefined)
    assert.equal(winners.length, 1, 'exactly one accepts')
    const name = nameOf(winners[0]?.worker ?? -1)
    for (const { told } of own) if (told !== undefined) assert.match(told, new RegExp(`${name}（网格员）已于`))
  }
})

/** On a server from two processes at once, half of the crowd at each. */
async function everybodyAccepts(ids: string[]): Promise<Answer[]> {
  const address = process.env.TEST_DATABASE_URL
  const numbers = workers.map((_, number) => number)
  if (address !== undefined) {
    const from = (rest: number) => numbers.filter((number) => number % 2 === rest)
    const now = clock.now().toString()
    const halves = [0, 1].map((rest) => crowdElsewhere({ address, district, ids, now, workers: from(rest) }))
    return (await Promise.all(halves)).flat()
  }
  const answers = workers.flatMap((worker, number) =>
    ids.map(async (id) => {
      const outcome = await perform(house, cases, {
        name: 'accept',
        id,
        input: {},
        actor: worker,
        key: randomUUID(),
        scope: worker.id,
      })
      return { id, worker: number, told: isRefusal(outcome) ? outcome.because.zh : undefined }
    }),
  )
  return Promise.all(answers)
}

test('a command sent twice at the same moment is carried out once, and both are told so', async () => {
  const id = await reported()
  const [worker] = workers
  assert(worker)
  const key = randomUUID()
  const answers = await Promise.all(
    [1, 2, 3].map(() => perform(house, cases, { name: 'accept', id, input: {}, actor: worker, key, scope: worker.id })),
  )
  assert.deepEqual(
    answers.map((answer) => !isRefusal(answer) && answer.done.version),
    [2, 2, 2],
  )
  assert.equal(answers.filter((answer) => !isRefusal(answer) && !answer.done.repeated).length, 1)
})

test('two processes that ring the timers at once make each call once', async () => {
  const second = await furnish({
    database,
    clock: clock.now,
    ring: house.ring,
    suggester: cases.suggester,
    files: '',
    sendCode: async () => ({}),
    trust: 0,
  })
  const ids = await Promise.all(Array.from({ length: times }, reported))
  clock.moveOn({ hours: 24 * 3 })
  const ringUntilQuiet = async (ring: () => ReturnType<typeof stage.ringTimers>) => {
    for (;;) {
      const { sent, faults } = await ring()
      assert.deepEqual(faults, [])
      if (sent === 0) return
    }
  }
  await Promise.all([ringUntilQuiet(stage.ringTimers), ringUntilQuiet(() => second.ring(district))])
  const { rows } = await within(database, { as: 'owner', district }, (connection) =>
    sql<{ item: string; command: string; count: number }>`
      select item, command, count(*)::integer as count from record.events
      where district = ${district} and item = any (${ids}) and command in ('warn', 'alert') group by item, command`.execute(
      connection,
    ),
  )
  const warned = rows.filter(({ command }) => command === 'warn')
  assert.equal(warned.length, times)
  assert.ok(
    warned.every(({ count }) => count === 1),
    'each was warned of once',
  )
  // Three days after a limit of two working hours all calls upwards were made: red, and four further halves.
  const alerts = rows.filter(({ command }) => command === 'alert').map(({ count }) => count)
  assert.deepEqual([...new Set(alerts)], [5])
})
