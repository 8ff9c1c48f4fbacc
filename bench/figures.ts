import { isDeepStrictEqual } from 'node:util'
import { sql } from 'kysely'
import { caseMetrics } from '#capabilities/cases/metrics.ts'
import { district } from '#demo/geography/names.ts'
import { within } from '#kernel/database/within.ts'
import { count } from '#kernel/metric/count.ts'
import { type Frame, type Metric, talliedMeasures } from '#kernel/metric/define.ts'
import { type KeptBy, keptBy, nothingKept } from '#kernel/metric/definition.ts'
import { verifyTallies } from '#kernel/metric/tallies.ts'
import { type Actor, sightOf } from '#kernel/people/actor.ts'
import { systemClock } from '#kernel/time/clock.ts'
import type { Part } from '#testing/parts.ts'
import { crowded } from './ground.ts'

const { code } = district
const inOrder = ({ whole, groups }: Awaited<ReturnType<typeof count>>) => [
  whole,
  ...groups.toSorted((one, other) => (one.group < other.group ? -1 : 1)),
]

/** Figures of a year by unit, told from tallies, beside the same counted from the cases in the same run. */
export const part: Part = async (goals, { quick }) =>
  crowded(quick ? 10_000 : 100_000, async ({ database }) => {
    const now = systemClock()
    const measures = talliedMeasures(caseMetrics)
    const actor: Actor = { district: code, id: 'leader', name: '', role: 'leader' }
    const frame: Frame = { actor, now, window: { from: now.subtract({ hours: 24 * 365 }), to: now }, by: 'unit' }
    const once = (metric: Metric, by: KeptBy) =>
      within(database, { as: 'read', district: code, sight: sightOf(actor) }, (connection) =>
        count(connection, metric, frame, by),
      )
    const timed = async (metric: Metric, by: KeptBy) => {
      const all: number[] = []
      for (let turn = 0; turn < 5; turn += 1) {
        const start = performance.now()
        await once(metric, by)
        all.push(performance.now() - start)
      }
      return all.sort((one, other) => one - other)[2] ?? 0
    }
    const known = keptBy(measures)
    for (const metric of caseMetrics.filter(({ present }) => !present)) {
      const [cases, tallies] = [await timed(metric, nothingKept), await timed(metric, known)]
      const same = isDeepStrictEqual(inOrder(await once(metric, nothingKept)), inOrder(await once(metric, known)))
      goals.note({
        name: `${metric.name} of a year by unit`,
        figure: `${tallies.toFixed(0)} ms from tallies, ${cases.toFixed(0)} ms from the cases: ${(cases / tallies).toFixed(1)}${same ? '' : ', NOT THE SAME'}`,
        goal: 'the same, at most 150 ms',
        holds: same && tallies <= 150,
      })
    }
    const { rows } = await within(database, { as: 'owner', district: code }, (connection) =>
      sql<{ tallies: number }>`select count(*)::integer as tallies from metric.tallies`.execute(connection),
    )
    const wrong = await verifyTallies(database, code, measures, now)
    goals.none(
      'tallies that the cases do not come to',
      wrong.map(({ where, what }) => `${where} ${what}`),
      `of ${rows[0]?.tallies}`,
    )
  })
