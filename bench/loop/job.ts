import type { Goals } from '#testing/goals.ts'
import type { Part } from '#testing/parts.ts'
import { type Served, serve } from '../../chaos/server.ts'
import { countOf, openCrowd } from '../crowd.ts'
import { type Crowded, crowded, sizes } from '../ground.ts'
import { closedLoop, offered, percentile } from '../load.ts'
import { loop, type People } from './clients.ts'

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
  const counts = [0, ...sizes(quick ? [10_000] : [100_000, 1_000_000])]
  let atNone: number | undefined
  for (const count of counts)
    await crowded(count, async (ground) => {
      const people = await peopleOf(ground)
      const there = await countOf(ground.database)
      const server = await serve({ ...ground.environment, LINLI_DEMO: 'on' })
      try {
        await closedLoop(10, 3, loopsOf(server, people).send)
        const { took, failed, send } = loopsOf(server, people)
        const loops = await closedLoop(50, quick ? 10 : 60, send)
        const rate = (loops.took.length - failed.length) / loops.seconds
        if (there === 0) atNone = rate
        const share = atNone && rate / atNone
        const p95 = percentile(took, 0.95)
        goals.note({
          name: `DIGIT's job among ${there} cases, 50 clients`,
          figure: `${rate.toFixed(1)} loops/s${share === undefined ? '' : ` (${(100 * share).toFixed(0)} % of that at none)`}, p95 of a request ${p95.toFixed(0)} ms, ${failed.length} failed`,
          goal: `${share === undefined ? '' : 'at least 80 % of that at none, '}p95 < 500 ms, none failed`,
          holds: (share ?? 1) >= 0.8 && p95 < 500 && failed.length === 0,
          found: failed.slice(0, 5),
        })
        if (count === counts.at(-1)) await arrivals(goals, server, people, quick ? 20 : 600)
      } finally {
        await server.stop()
      }
    })
}

/** Sends loops of these people in turn: how long each request of them took, in milliseconds, and why loops failed. */
function loopsOf({ address }: Served, people: readonly People[]) {
  const took: number[] = []
  const failed: string[] = []
  const send = (turn: number) =>
    loop(address, people[turn % people.length] ?? nobody, (_, milliseconds) => took.push(milliseconds)).catch(
      (error: unknown) => void failed.push(String(error)),
    )
  return { took, failed, send }
}
const nobody: People = { resident: '', grid: '', department: '', dispatcher: '' }

/** Loops a second, in the order of DIGIT's test of bursts. */
const bursts = [1, 15, 1, 25, 2, 35, 10]

/** Loops that arrive whether or not those before them are done. */
async function arrivals(goals: Goals, server: Served, people: readonly People[], seconds: number): Promise<void> {
  const { took, failed, send } = loopsOf(server, people)
  const loops = await offered(bursts, seconds / bursts.length, send)
  const p95 = percentile(took, 0.95)
  goals.note({
    name: `loops that arrive ${bursts.join(', ')} a second, ${seconds} s`,
    figure: `${loops.took.length} loops, ${failed.length} failed, p95 of a request ${p95.toFixed(0)} ms, all done ${loops.recovery.toFixed(0)} ms after the last arrived`,
    goal: '99.9 % succeed, p95 < 300 ms, done within 1 s',
    holds: failed.length <= loops.took.length / 1000 && p95 < 300 && loops.recovery < 1000,
    found: failed.slice(0, 5),
  })
}
