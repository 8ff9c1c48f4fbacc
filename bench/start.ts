import { join } from 'node:path'
import { sql } from 'kysely'
import { openEmbedded } from '#kernel/database/open.ts'
import type { Part } from '#testing/parts.ts'
import { serve } from '../chaos/server.ts'
import { crowdedFolder } from './ground.ts'
import { percentile } from './load.ts'

const times = 5

/** How long `linli serve` takes on an embedded database with many cases until it answers, beside the bare database of the same folder. */
export const part: Part = async (goals, { quick }) => {
  const count = quick ? 10_000 : 100_000
  await crowdedFolder(count, async (environment) => {
    const [served, bare]: [number[], number[]] = [[], []]
    for (let turn = 0; turn < times; turn += 1) {
      const began = performance.now()
      const server = await serve({ ...environment, LINLI_DEMO: 'on' })
      served.push(performance.now() - began)
      await server.stop()
      const opened = performance.now()
      const database = await openEmbedded(join(environment.LINLI_DATA ?? '', 'database'))
      await sql`select 1`.execute(database.kysely)
      bare.push(performance.now() - opened)
      await database.close()
    }
    const middle = percentile(served, 0.5)
    goals.note({
      name: `linli serve among ${count} cases, embedded`,
      figure: `ready after ${middle.toFixed(0)} ms, at most ${Math.max(...served).toFixed(0)}; the bare database opens in ${percentile(bare, 0.5).toFixed(0)} ms`,
      goal: '< 3 s',
      holds: middle < 3000,
    })
  })
}
