import { caseMetrics } from '#capabilities/cases/metrics.ts'
import { district } from '#demo/geography/names.ts'
import { talliedMeasures } from '#kernel/metric/define.ts'
import { keepUnsettled } from '#kernel/metric/unsettled.ts'
import { systemClock } from '#kernel/time/clock.ts'
import type { Part } from '#testing/parts.ts'
import { type Crowd, countOf, openCrowd } from '../crowd.ts'
import { crowded, sizes } from '../ground.ts'
import { percentile } from '../load.ts'
import { type Asked, askedAt } from './asked.ts'
import { furnishing } from './furnishing.ts'

/** Only what stands in this variable is asked, to look into one thing. */
const only = process.env.LINLI_BENCH_ONLY

/** The 19 of 20 that are answered within so many milliseconds. */
const p95 = (took: readonly number[]) => percentile(took, 0.95)

const kinds = {
  searches: /[?&]q=/,
  maps: /^\/api\/cases\/map/,
  figures: /^\/api\/metrics/,
  lists: /./,
}
const kindOf = ({ path }: Asked) => Object.entries(kinds).find(([, pattern]) => pattern.test(path))?.[0] ?? ''

interface Timed {
  name: string
  kind: string
  /** Within how many milliseconds, and how many it takes. */
  most: number
  took: number
}

/** Every list, search, map, case and figure that pages ask for, among 10,000 and among 1,000,000 cases. */
export const part: Part = async (goals, { quick }) => {
  for (const count of sizes(quick ? [10_000] : [10_000, 1_000_000]))
    await crowded(count, async ({ database, ring }) => {
      const crowd = await openCrowd(database, ring)
      try {
        const there = await countOf(database)
        const lists = askedAt(systemClock(), await furnishing(crowd)).filter(
          ({ name }) => only === undefined || name.includes(only),
        )
        const floor = await timesOf(crowd, { name: '', as: 'dispatcher', path: '/api/session', most: 0 }, 50)
        console.log(`  ${there} cases; who I am, the least that any answer takes: ${p95(floor ?? []).toFixed(1)} ms`)
        const timed: Timed[] = []
        const waiting: string[] = []
        // As a server does in its rounds.
        const keep = () => keepUnsettled(database, district.code, talliedMeasures(caseMetrics), systemClock())
        while ((await keep()) > 0);
        for (const asked of lists) {
          await keep()
          const took = await timesOf(crowd, asked, quick ? 10 : 20)
          if (took) timed.push({ ...asked, kind: kindOf(asked), took: p95(took) })
          else waiting.push(asked.name)
        }
        if (only === undefined) timed.push(...(await walked(crowd)))
        goals.none('figures not measured, since their days wait to be added up', waiting, `of ${lists.length} questions`)
        for (const [kind, some] of Map.groupBy(timed, (one) => one.kind)) {
          const inOrder = some.toSorted((one, other) => other.took / other.most - one.took / one.most)
          const over = inOrder.filter(({ took, most }) => took > most)
          goals.note({
            name: `${kind} among ${there} cases`,
            figure: `${over.length} of ${some.length} over; p95 of the middle one ${(inOrder[some.length >> 1]?.took ?? 0).toFixed(1)} ms`,
            ...{ goal: '0 over', holds: over.length === 0 },
            found: over.map(({ name, took, most }) => `${name}: ${took.toFixed(1)} ms of ${most}`),
          })
        }
      } finally {
        await crowd.end()
      }
    })
}

/** How long answers take, after a first; nothing of a figure whose days wait to be added up, which is not told until they are. */
async function timesOf(crowd: Crowd, { as, path }: Asked, times: number): Promise<number[] | undefined> {
  try {
    await crowd.get(as, path)
  } catch (fault) {
    if (fault instanceof Error && / 409 .*"notNow"/.test(fault.message)) return undefined
    throw fault
  }
  const took: number[] = []
  for (let turn = 0; turn < times; turn += 1) took.push((await crowd.get(as, path)).took)
  return took
}

/** Turns a hundred pages, in both orders, as somebody would who reads to the end. */
async function walked(crowd: Crowd): Promise<Timed[]> {
  const timed: Timed[] = []
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
      const name = `${as} turns ${took.length} pages of 200, ${query || 'everything'} by ${sort}`
      timed.push({ name, kind: 'deep pages', most: 50, took: p95(took) })
    }
  return timed
}
