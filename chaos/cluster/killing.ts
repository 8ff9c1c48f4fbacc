import { sql } from 'kysely'
import { firstIdOf } from '#kernel/database/ids.ts'
import type { Database } from '#kernel/database/open.ts'
import { pause } from '../play.ts'
import { inSeconds, longestSilence, untilAnswered } from './loads.ts'
import { nodesOf, portOf } from './nodes.ts'
import { type Scene, soon } from './scene.ts'

/** A worker is killed and comes back: only its own districts wait for it, and a server process that is started meanwhile serves the others. */
export async function aNodeKilled({ goals, nodes, loads, districts, servers }: Scene, away: number): Promise<void> {
  const on = await nodesOf(nodes.database, districts)
  const [victim] = nodes.workers
  if (!victim) throw new Error('there is no worker to kill')
  const its = districts.filter((district) => on.get(district) === portOf(victim))
  const others = districts.filter((district) => !its.includes(district))
  await victim.kill()
  loads.listen()
  const before = loads.counts()
  await pause(away / 2)
  const [server] = servers
  await server?.stop()
  const starts = await server?.start().then(
    () => true,
    () => false,
  )
  await pause(away / 2)
  await untilAnswered(loads, others)
  const now = loads.counts()
  const silence = longestSilence(loads, others)
  const answered = (of: readonly string[]) =>
    of.reduce((sum, district) => sum + (now.get(district) ?? 0) - (before.get(district) ?? 0), 0)
  const waiting = await messagesWaiting(nodes.database, others)
  const starting = performance.now()
  await victim.start()
  const started = (performance.now() - starting) / 1000
  const again = await untilAnswered(loads, its)
  goals.note({
    name: `a node killed (-9) and started again after ${away / 1000} s`,
    figure: `meanwhile ${answered(others)} commands in the ${others.length} districts of other nodes, the longest silence of one ${inSeconds(silence)}, ${waiting} of their messages waiting for the rounds, a server process ${starts ? 'started anew' : 'DID NOT START'}; ${answered(its)} in its own ${its.length}, which went on ${inSeconds(again)} after it had started, in ${inSeconds(started)}`,
    goal: `the others go on, answered within ${soon} s, with their rounds; its own again afterwards`,
    holds: its.length > 0 && starts === true,
    late: silence >= soon || waiting > 0,
  })
}

/** Messages of some districts that have waited for more than five seconds to leave, as they do about each second. */
async function messagesWaiting({ kysely }: Database, districts: readonly string[]): Promise<number> {
  let sum = 0
  for (const district of districts) {
    const { rows } = await sql<{ count: number }>`
      select count(*)::integer as count from record.outbox
      where district = ${district} and not delivered and id < ${firstIdOf(Date.now() - 5000)}::uuid`.execute(kysely)
    sum += rows[0]?.count ?? 0
  }
  return sum
}
