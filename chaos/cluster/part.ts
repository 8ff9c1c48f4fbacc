import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { allMigrations } from '#bin/migrations.ts'
import { migrate } from '#kernel/database/migrate.ts'
import { ensureMonths } from '#kernel/database/months.ts'
import { within } from '#kernel/database/within.ts'
import { systemClock } from '#kernel/time/clock.ts'
import type { Goals } from '#testing/goals.ts'
import { settle } from '#testing/neighbourhood.ts'
import type { Part } from '#testing/parts.ts'
import type { Heard } from '../client.ts'
import { linli } from '../command.ts'
import { inTurn, pause } from '../play.ts'
import { reckon } from '../reckon.ts'
import { type Served, serve } from '../server.ts'
import { aNodeKilled } from './killing.ts'
import { statementsOfALoad } from './listening.ts'
import { type Loads, startLoads } from './loads.ts'
import { aNodeMore } from './moving.ts'
import { findCitus, type Nodes, portOf, startNodes } from './nodes.ts'
import { everywhere, isNarrow, waysOf, wideUntilNow } from './statements.ts'

/** Eight districts, by codes of which no two fall into the same shards. */
const districts = ['370701', '370702', '370703', '370704', '370706', '370707', '370709', '370710']

/** A Citus cluster under the load of eight districts: what each statement goes to, a node that joins, and one that is killed. */
export const part: Part = async (goals, { quick }) => {
  const programs = await findCitus()
  if (programs === undefined) return goals.notRun('eight districts on a Citus cluster', 'there is no Citus here')
  const nodes = await startNodes(programs, 3, quick ? 16 : 32)
  const folder = mkdtempSync(join(tmpdir(), 'linli-chaos-'))
  try {
    await migrate(nodes.database, await allMigrations())
    await ensureMonths(nodes.database, systemClock())
    for (const district of districts) await settle(nodes.database, undefined, district)
    const before = await oneShardEach(goals, nodes, folder, quick)
    await underLoad(goals, nodes, folder, { before, quick })
  } finally {
    await nodes.end()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Notes what does not go to one shard, of all that the program sends while people work. Gives what those heard. */
async function oneShardEach(goals: Goals, { coordinator, database }: Nodes, folder: string, quick: boolean): Promise<Loads> {
  const how = { folder, seconds: quick ? 10 : 130 }
  const before = await wideUntilNow(database.kysely)
  const { sent, loads, read } = await statementsOfALoad(coordinator.address, districts, how)
  const counted = (await wideUntilNow(database.kysely)) - before
  const ways = await within(database, { as: 'owner' }, (connection) => waysOf(connection, sent, portOf(coordinator)))
  const known = Object.keys(everywhere)
  const wide = [...ways].filter(([, way]) => !isNarrow(way))
  const found = wide.filter(([text]) => !known.some((start) => begins(text, start)))
  const narrow = [...ways.values()].filter(isNarrow)
  const times = wide.reduce((sum, [text]) => sum + (sent.get(text)?.times ?? 0), 0)
  const all = sent.values().reduce((sum, one) => sum + one.times, 0)
  goals.note({
    name: 'every statement goes to one shard, by EXPLAIN',
    figure: `of ${ways.size} (${loads.heard.values().reduce((sum, { acknowledged }) => sum + acknowledged.length, 0)} commands, ${read} answers read, the rounds) ${narrow.length} do, ${narrow.filter(({ parts }) => parts > 1).length} of them in parts; ${wide.length - found.length} go to all and may, ${found.length} others; of ${all} sent ${times} were such, and Citus counts ${counted}`,
    goal: '0 others, and as many as Citus counts',
    holds:
      found.length === 0 &&
      narrow.length > 50 &&
      counted === times &&
      known.every((start) => wide.some(([text]) => begins(text, start))),
    found: found.map(([text, way]) => `${typeof way === 'string' ? way : way.shards}: ${oneLine(text).slice(0, 600)}`),
  })
  return loads
}

/** Has two server processes serve all districts while a node joins and another is killed, and holds the end against what was acknowledged. */
async function underLoad(
  goals: Goals,
  nodes: Nodes,
  folder: string,
  { before, quick }: { before: Loads; quick: boolean },
): Promise<void> {
  const environment = { LINLI_DATA: folder, DATABASE_URL: nodes.coordinator.address }
  const servers: Served[] = []
  let loads: Loads | undefined
  try {
    for (let number = 0; number < 2; number += 1) servers.push(await serve(environment))
    loads = startLoads(
      districts,
      inTurn(() => servers.map(({ address }) => address)),
      2,
    )
    await pause(quick ? 5000 : 30_000)
    const scene = { goals, nodes, loads, districts, servers }
    await aNodeMore(scene)
    await aNodeKilled(scene, quick ? 6000 : 30_000)
    await loads.stop()
    for (const server of servers) await server.stop()
    await reckonAll(goals, nodes, [before, loads], environment)
  } finally {
    await loads?.stop()
    for (const server of servers) await server.kill()
  }
}

/** Holds what every district has in the end against what its people were told, in one load after the other. */
async function reckonAll(goals: Goals, { database }: Nodes, loads: readonly Loads[], environment: Record<string, string>) {
  const sum = { acknowledged: 0, lost: 0, twice: 0, broken: 0 }
  const found: string[] = []
  const refused = new Map<number, number>()
  for (const district of districts) {
    const heard = loads.flatMap((load) => load.heard.get(district) ?? [])
    const { acknowledged, lost, twice, broken } = await reckon(database, district, together(heard))
    sum.acknowledged += acknowledged
    sum.lost += lost.length
    sum.twice += twice.length
    sum.broken += broken.length
    found.push(...[...lost.map((what) => `lost: ${what}`), ...twice, ...broken].map((what) => `${district}: ${what}`))
    for (const [status, count] of heard.flatMap((one) => [...one.refused]))
      refused.set(status, (refused.get(status) ?? 0) + count)
  }
  const { ended, said } = linli(environment, 'verify')
  const code = await ended
  goals.note({
    name: 'eight districts after all that',
    figure: `${sum.acknowledged} acknowledged: ${sum.lost} lost, ${sum.twice} twice, ${sum.broken} broken; linli verify ends with ${code}; refusals ${JSON.stringify(Object.fromEntries(refused))}`,
    goal: 'none lost, none twice, none broken',
    holds: found.length === 0 && code === 0,
    found: [...found, ...(code === 0 ? [] : [said().slice(-2000)])],
  })
}

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim()
const begins = (text: string, start: string) => oneLine(text).startsWith(start)

/** What was heard at one time and another. */
const together = (heard: readonly Heard[]) => ({
  acknowledged: heard.flatMap(({ acknowledged }) => acknowledged),
  sent: new Set(heard.flatMap(({ sent }) => [...sent])),
})
