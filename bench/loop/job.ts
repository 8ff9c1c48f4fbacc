import { setTimeout as sleep } from 'node:timers/promises'
import type { Goals } from '#testing/goals.ts'
import type { Part } from '#testing/parts.ts'
import { type Served, serve } from '../../chaos/server.ts'
import { openCrowd } from '../crowd.ts'
import { type Crowded, crowded } from '../ground.ts'
import { loop, type People } from './clients.ts'

const share = (took: number[], of: number) => took.sort((one, other) => one - other)[Math.ceil(took.length * of) - 1] ?? 0

/** Signs people in for loops: a few residents, and one of each of the others. */
async function peopleOf({ database, ring }: Crowded): Promise<People[]> {
  const crowd = await openCrowd(database, ring)
  const [grid, department, dispatcher] = await Promise.all(['grid', 'department', 'dispatcher'].map(crowd.cookieOf))
  const residents = await Promise.all(
    ['resident', ...Array.from({ length: 9 }, (_, number) => `resident-00${number + 1}`)].map(crowd.cookieOf),
  )
  await crowd.end()
  return residents.map((resident) => ({ resident, grid: grid ?? '', department: department ?? '', dispatcher: dispatcher ?? '' }))
}

/**
 * DIGIT's own load test (create, assign, resolve, read back), as its makers ran it: fifty clients, one step after the other. Their rate
 * fell with the number of cases.
 */
export const part: Part = async (goals, { quick }) => {
  const rates = new Map<number, number>()
  for (const count of quick ? [0, 10_000] : [0, 100_000, 1_000_000])
    await crowded(count, async (ground) => {
      const people = await peopleOf(ground)
      const server = await serve({ ...ground.environment, LINLI_DEMO: 'on' })
      try {
        await run(server, people, 10, 3)
        const { rate, took, failed } = await run(server, people, 50, quick ? 10 : 60)
        rates.set(count, rate)
        const p95 = share(took, 0.95)
        const [atNone = rate] = rates.values()
        goals.note({
          name: `DIGIT's job among ${count} cases, 50 clients`,
          figure: `${rate.toFixed(1)} loops/s (${((100 * rate) / atNone).toFixed(0)} % of that at none), p95 of a request ${p95.toFixed(0)} ms, ${failed.length} failed`,
          goal: 'at least 80 % of that at none, p95 < 500 ms, none failed',
          holds: rate >= 0.8 * atNone && p95 < 500 && failed.length === 0,
          found: failed.slice(0, 5),
        })
        if (count === Math.max(...(quick ? [10_000] : [1_000_000]))) await arrivals(goals, server, people, quick ? 20 : 600)
      } finally {
        await server.stop()
      }
    })
}

/** So many clients for so many seconds. */
async function run({ address }: Served, people: readonly People[], clients: number, seconds: number) {
  const took: number[] = []
  const failed: string[] = []
  let loops = 0
  const end = performance.now() + seconds * 1000
  const began = performance.now()
  await Promise.all(
    Array.from({ length: clients }, async (_, number) => {
      while (performance.now() < end)
        await loop(address, people[number % people.length] ?? nobody, (_step, milliseconds) => took.push(milliseconds)).then(
          () => {
            loops += 1
          },
          (error: unknown) => failed.push(String(error)),
        )
    }),
  )
  return { rate: (1000 * loops) / (performance.now() - began), took, failed }
}
const nobody: People = { resident: '', grid: '', department: '', dispatcher: '' }

/** Loops a second, in the order of DIGIT's test of bursts. */
const bursts = [1, 15, 1, 25, 2, 35, 10]

/** Loops that arrive whether or not those before them are done. */
async function arrivals(goals: Goals, { address }: Served, people: readonly People[], seconds: number): Promise<void> {
  const took: number[] = []
  const failed: string[] = []
  const going: Promise<void>[] = []
  const each = seconds / bursts.length
  for (const rate of bursts)
    for (let arrival = 0; arrival < rate * each; arrival += 1) {
      await sleep(1000 / rate)
      const who = people[going.length % people.length] ?? nobody
      going.push(
        loop(address, who, (_, milliseconds) => took.push(milliseconds)).catch(
          (error: unknown) => void failed.push(String(error)),
        ),
      )
    }
  const ended = performance.now()
  await Promise.all(going)
  const recovery = performance.now() - ended
  const p95 = share(took, 0.95)
  goals.note({
    name: `loops that arrive ${bursts.join(', ')} a second, ${seconds} s`,
    figure: `${going.length} loops, ${failed.length} failed, p95 of a request ${p95.toFixed(0)} ms, all done ${recovery.toFixed(0)} ms after the last arrived`,
    goal: '99.9 % succeed, p95 < 300 ms, done within 1 s',
    holds: failed.length <= going.length / 1000 && p95 < 300 && recovery < 1000,
    found: failed.slice(0, 5),
  })
}
