import { sql } from 'kysely'
import type { Database } from '#kernel/database/open.ts'
import { pause } from '../play.ts'
import { inSeconds, type Timed, timed } from './loads.ts'
import { groupsOn, nodesOf, portOf } from './nodes.ts'
import { type Scene, soon } from './scene.ts'

/** A fourth node joins and takes its share of the shards; then districts are moved by name until none has more than it should. All while people work. */
export async function aNodeMore({ goals, nodes, loads, districts }: Scene): Promise<void> {
  const { database } = nodes
  const worker = await nodes.start()
  const fourth = portOf(worker)
  const joining = await timed(loads, () => nodes.join(worker))
  const before = await nodesOf(database, districts)
  let state = ''
  const balancing = await timed(loads, async () => {
    await sql`select citus_rebalance_start()`.execute(database.kysely)
    state = await endOfRebalance(database)
  })
  const groups = await groupsOn(database)
  const after = await nodesOf(database, districts)
  const moved = districts.filter((district) => before.get(district) !== after.get(district))
  goals.note({
    name: 'a fourth node joins under load, and the shards are rebalanced',
    figure: `joined in ${inSeconds(joining.seconds)}, the longest silence of a district ${inSeconds(joining.silence)}; ${state} in ${inSeconds(balancing.seconds)}: ${groups.get(fourth) ?? 0} groups of shards moved, ${moved.length} districts with them, the longest silence ${inSeconds(balancing.silence)}; then ${[...groups.values()].join(', ')} groups a node`,
    goal: `as many on each node, no district without an answer for ${soon} s`,
    holds: state === 'finished' && moved.length > 0 && groups.size === 4 && isEven([...groups.values()]),
    late: Math.max(joining.silence, balancing.silence) >= soon,
  })
  const moves: Timed[] = []
  for (
    let way = nextMove(await nodesOf(database, districts), [...groups.keys()]);
    way;
    way = nextMove(await nodesOf(database, districts), [...groups.keys()])
  ) {
    const { district, to } = way
    moves.push(await timed(loads, () => moveTo(database, district, to)))
    if (moves.length > districts.length) break
  }
  const places = await nodesOf(database, districts)
  const each = [...groups.keys()].map((port) => lyingOn(places, port).length)
  const silence = Math.max(0, ...moves.map((one) => one.silence))
  goals.note({
    name: 'districts moved by name, until each node has as many',
    figure: `${moves.length} moves of ${moves.map(({ seconds }) => inSeconds(seconds)).join(', ')}, the longest silence of a district ${inSeconds(silence)}; then ${each.join(', ')} districts a node`,
    goal: `as many on each node, no district without an answer for ${soon} s`,
    holds: isEven(each),
    late: silence >= soon,
  })
}

/** From the node with the most districts to that with the fewest; nothing where these have as many. */
function nextMove(places: ReadonlyMap<string, number>, nodes: readonly number[]): { district: string; to: number } | undefined {
  const byCount = nodes
    .map((port) => ({ port, lying: lyingOn(places, port) }))
    .sort((one, other) => one.lying.length - other.lying.length)
  const [fewest, most] = [byCount[0], byCount.at(-1)]
  const [district] = most?.lying ?? []
  if (!fewest || !most || district === undefined || most.lying.length - fewest.lying.length < 2) return undefined
  return { district, to: fewest.port }
}

const isEven = (counts: readonly number[]) => Math.max(...counts) - Math.min(...counts) < 2
const lyingOn = (places: ReadonlyMap<string, number>, port: number) =>
  [...places].filter(([, one]) => one === port).map(([district]) => district)

/** Waits until shards are where they belong, and gives how that ended. */
async function endOfRebalance({ kysely }: Database): Promise<string> {
  let state = 'scheduled'
  for (let turn = 0; turn < 1200 && ['scheduled', 'running'].includes(state); turn += 1) {
    await pause(500)
    const { rows } = await sql<{ state: string }>`select state from citus_rebalance_status()`.execute(kysely)
    state = rows[0]?.state ?? 'unknown'
  }
  return state
}

/** Moves the rows of a district, and of those beside it in its shards, to a node. */
async function moveTo(database: Database, district: string, port: number): Promise<void> {
  await untilCleanedUp(database)
  await sql`select citus_move_shard_placement(s.shardid, s.nodename, s.nodeport, '127.0.0.1', ${port}::integer) from citus_shards s
    where s.shardid = get_shard_id_for_distribution_column('place.districts', ${district}::text)`.execute(database.kysely)
}

/** Citus refuses a move as long as something that the move before left behind lies there, which it cannot drop while somebody still reads it. */
async function untilCleanedUp({ kysely }: Database): Promise<void> {
  for (let turn = 0; turn < 120; turn += 1) {
    await sql`call citus_cleanup_orphaned_resources()`.execute(kysely)
    const { rows } = await sql<{ left: number }>`select count(*)::integer as left from pg_dist_cleanup`.execute(kysely)
    if (rows[0]?.left === 0) return
    await pause(500)
  }
}
