import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { sql } from 'kysely'
import { furnish } from '#bin/house.ts'
import { within } from '#kernel/database/within.ts'
import { writeAccounts } from '#kernel/people/accounts.ts'
import { writePosts } from '#kernel/people/posts.ts'
import { startSession } from '#kernel/people/sessions.ts'
import { onCluster } from '#testing/cluster.ts'
import { type Answer, crowdElsewhere, everybodyAccepts, nameOf } from '#testing/crowd.ts'
import { onServer } from '#testing/database.ts'
import { keyring, lampReport, setStage } from '#testing/stage.ts'

// The embedded database has one connection and cannot race: there these stories only show that nothing else breaks.
const stage = await setStage()
const { app, house, cases, district, clock, database } = stage
const times = onCluster ? 15 : onServer ? 50 : 5
const crowd = onServer ? 200 : 20

/** The cookies of as many grid workers, each with an account and a post at the grid. */
async function hired(count: number): Promise<Record<number, string>> {
  const numbers = Array.from({ length: count }, (_, number) => number)
  const cookies = await within(database, { as: 'owner', district }, async (connection) => {
    const ids = numbers.map((number) => ({ account: `w${number}`, post: `p-w${number}` }))
    await writeAccounts(
      connection,
      district,
      numbers.map((number) => ({
        ...{ id: `w${number}`, kind: 'staff' as const, signInName: `w${number}.${district}`, displayName: nameOf(number) },
      })),
    )
    await writePosts(
      connection,
      district,
      ids.map(({ account, post }) => ({ id: post, account, role: 'gridWorker', unit: 'g-plum', starts: '2020-01-01' })),
    )
    const made: string[] = []
    for (const { account, post } of ids)
      made.push(await startSession(connection, district, { account, post, kind: 'staff', device: 'phone' }, clock.now()))
    return made
  })
  return Object.fromEntries(cookies.entries())
}
const workers = await hired(crowd)
const reported = async () => (await stage.nobody().send('report', '', lampReport())).body.id as string

test('of all who accept the same cases at once, each case has one winner, and the others are told who has it', async () => {
  const ids = await Promise.all(Array.from({ length: times }, reported))
  const answers = await pressing(ids)
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
async function pressing(ids: string[]): Promise<Answer[]> {
  const address = process.env.TEST_DATABASE_URL
  if (address === undefined) return everybodyAccepts(app, { district, ids, workers })
  const half = (rest: number) => Object.fromEntries(Object.entries(workers).filter(([number]) => Number(number) % 2 === rest))
  const now = clock.now().toString()
  return (
    await Promise.all([0, 1].map((rest) => crowdElsewhere({ address, district, ids, now, keyring, workers: half(rest) })))
  ).flat()
}

test('a command sent twice at the same moment is carried out once, and both are told so', async () => {
  const id = await reported()
  const key = randomUUID()
  const worker = stage.hand(workers[0])
  const answers = await Promise.all([1, 2, 3].map(() => worker.send('accept', id, {}, { key })))
  assert.deepEqual(
    answers.map(({ status, body }) => [status, body.done.version]),
    [1, 2, 3].map(() => [200, 2]),
  )
  assert.equal(answers.filter(({ body }) => !body.done.repeated).length, 1)
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
