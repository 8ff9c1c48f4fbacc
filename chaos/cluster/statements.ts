import { CompiledQuery, sql } from 'kysely'
import type { Connection } from '#kernel/database/open.ts'

/** The statements that were sent, each with the values that it was first sent with, and how often. */
export type Sent = ReadonlyMap<string, { values: readonly unknown[]; times: number }>

/** Which statements of a load go to all nodes, and why they may: each by how it begins. Whatever else does is a fault. */
export const everywhere: Readonly<Record<string, string>> = {
  'select district from place.districts where true': 'which districts there are, as the rounds ask, and who names none',
}

/** How each statement comes to its rows on the workers, by EXPLAIN, or why that could not be told. `coordinator` is the port of the node that has no shards. */
export async function waysOf(connection: Connection, sent: Sent, coordinator: number): Promise<Map<string, Way | string>> {
  const found = new Map<string, Way | string>()
  for (const [text, { values }] of sent) {
    if (!/^\s*(select|with|insert|update|delete)\b/i.test(text)) continue
    const explained = CompiledQuery.raw(`explain (format json) ${text}`, [...values])
    const way = await connection
      .getExecutor()
      .executeQuery(explained)
      .then(
        ({ rows }) => wayOf(rows, coordinator),
        (error: unknown) => String(error),
      )
    found.set(text, way)
  }
  return found
}

/** How many statements went to more than one shard until now, by Citus's own count, in which those within functions are. */
export async function wideUntilNow(connection: Connection): Promise<number> {
  const { rows } = await sql<{ wide: number }>`
    select query_execution_multi_shard as wide from citus_stat_counters where name = current_database()`.execute(connection)
  return rows[0]?.wide ?? 0
}

/** How a statement comes to the rows: in how many parts, one after the other, and to how many shards with the widest of them. */
interface Way {
  parts: number
  shards: number
  nodes: ReadonlySet<string>
}

/** Whether all of it goes to one shard, or to none but what the coordinator has itself. */
export const isNarrow = (way: Way | string): way is Way => typeof way !== 'string' && way.shards <= 1 && way.nodes.size <= 1

function wayOf(plan: unknown, coordinator: number): Way {
  const said = [...sayings(plan)]
  const tasks = said.flatMap(([name, value]) => (name === 'Task Count' && typeof value === 'number' ? [value] : []))
  const nodes = said.flatMap(([name, value]) => (name === 'Node' && typeof value === 'string' ? [value] : []))
  const others = nodes.filter((node) => !node.includes(`port=${coordinator} `))
  return { parts: tasks.length, shards: Math.max(0, ...tasks), nodes: new Set(others) }
}

/** Whatever a plan says, by name, and plans within it. */
function* sayings(plan: unknown): Iterable<[string, unknown]> {
  if (typeof plan !== 'object' || plan === null) return
  for (const [name, value] of Object.entries(plan)) {
    yield [name, value]
    yield* sayings(value)
  }
}
