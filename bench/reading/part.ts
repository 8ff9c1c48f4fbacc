import { systemClock } from '#kernel/time/clock.ts'
import type { Part } from '#testing/parts.ts'
import { type Crowd, countOf, openCrowd } from '../crowd.ts'
import { crowded } from '../ground.ts'
import { type Asked, askedAt } from './asked.ts'
import { furnishing } from './furnishing.ts'

/** Only what stands in this variable is asked, to look into one thing. */
const only = process.env.LINLI_BENCH_ONLY

/** The 19 of 20 that are answered within so many milliseconds. */
const p95 = (took: number[]) => took.sort((one, other) => one - other)[Math.ceil(took.length * 0.95) - 1] ?? 0

/** Every list, search, map, case and figure that pages ask for, among 10,000 and among 1,000,000 cases. */
export const part: Part = async (goals, { quick }) => {
  for (const count of quick ? [10_000] : [10_000, 1_000_000])
    await crowded(count, async ({ database, ring }) => {
      const crowd = await openCrowd(database, ring)
      try {
        const found = await furnishing(crowd)
        const floor = await timesOf(crowd, { name: '', as: 'dispatcher', path: '/api/session', most: 0 }, 50)
        console.log(`  ${await countOf(database)} cases; who I am, the least that any answer takes: ${p95(floor).toFixed(1)} ms`)
        const over: string[] = []
        const all: number[] = []
        let name = ''
        for (const asked of askedAt(systemClock(), found)) {
          if (only !== undefined && !asked.name.includes(only)) continue
          const took = p95(await timesOf(crowd, asked, quick ? 10 : 20))
          all.push(took)
          name = asked.name
          const words = `${asked.name}: ${took.toFixed(1)} ms of ${asked.most}`
          if (only !== undefined) console.log(`      ${words}`)
          if (took > asked.most) over.push(words)
        }
        over.push(...(await walked(crowd)))
        goals.note({
          ...{ name: `reading among ${count} cases`, goal: '0 over', holds: over.length === 0, found: over },
          figure: `${over.length} of ${all.length} over; the middle one takes ${(all.sort((a, b) => a - b)[all.length >> 1] ?? 0).toFixed(1)} ms (${name})`,
        })
      } finally {
        await crowd.end()
      }
    })
}

async function timesOf(crowd: Crowd, { as, path }: Asked, times: number): Promise<number[]> {
  const took: number[] = []
  await crowd.get(as, path)
  for (let turn = 0; turn < times; turn += 1) took.push((await crowd.get(as, path)).took)
  return took
}

/** Turns a hundred pages, in both orders, as somebody would who reads to the end. */
async function walked(crowd: Crowd): Promise<string[]> {
  const over: string[] = []
  for (const [as, query] of [
    ['dispatcher', ''],
    ['dispatcher', 'state=closed'],
    ['community', ''],
    ['department', ''],
    ['dispatcher', `q=${encodeURIComponent('路灯')}`],
  ] as const)
    for (const sort of ['due', 'newest']) {
      const took: number[] = []
      for (let page = 0, next: string | undefined = ''; page < 100 && next !== undefined; page += 1) {
        const reply: { body: string; took: number } = await crowd.get(
          as,
          `/api/cases?${query}&sort=${sort}&limit=200${next && `&cursor=${encodeURIComponent(next)}`}`,
        )
        next = JSON.parse(reply.body).next
        took.push(reply.took)
      }
      const worst = p95(took)
      if (worst > 50)
        over.push(`${as} turns ${took.length} pages of ${query || 'everything'} by ${sort}: ${worst.toFixed(1)} ms of 50`)
    }
  return over
}
