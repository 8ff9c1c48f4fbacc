import { sql } from 'kysely'
import { type Database, openServer } from '#kernel/database/open.ts'
import { startCitus, whyNoCitus } from '#testing/citus.ts'
import { findPostgres, type OwnServer, startPostgres } from '#testing/postgres.ts'

/** A Citus cluster whose nodes are processes of ours, to be treated badly. */
export interface Nodes {
  coordinator: OwnServer
  workers: readonly OwnServer[]
  /** The coordinator's database, as its owner. */
  database: Database
  /** Starts one more, which no one knows of yet. */
  start: () => Promise<OwnServer>
  /** Has it join as a worker, empty. */
  join: (node: OwnServer) => Promise<void>
  end: () => Promise<void>
}

/** The folder of a PostgreSQL that has Citus beside it, if there is one here. Where it only waits to be unpacked, it is. */
export async function findCitus(): Promise<string | undefined> {
  if (!findPostgres('citus') && whyNoCitus() === undefined) await (await startCitus()).stop()
  return findPostgres('citus')
}

// Small, for all nodes are on one machine. What a move takes: the log in enough words, and a slot and a worker for it.
const settings = {
  shared_preload_libraries: 'citus',
  shared_buffers: '48MB',
  wal_level: 'logical',
  max_prepared_transactions: '400',
  max_locks_per_transaction: '256',
  max_worker_processes: '24',
  'citus.propagate_set_commands': 'local',
  'citus.node_conninfo': 'sslmode=disable',
  'citus.enable_stat_counters': 'on',
}

const extensions = ['citus', 'postgis', 'btree_gist', 'btree_gin', 'pg_trgm']

/** Starts a coordinator, and workers that have joined it. Tables are spread over so many shards. */
export async function startNodes(programs: string, count: number, shards: number): Promise<Nodes> {
  const all: OwnServer[] = []
  const start = async () => {
    const node = await startPostgres(programs, { durable: true, settings: { ...settings, 'citus.shard_count': `${shards}` } })
    all.push(node)
    const database = openServer(node.address)
    for (const name of extensions) await sql`create extension ${sql.id(name)}`.execute(database.kysely)
    await database.close()
    return node
  }
  const stopAll = async () => {
    for (const node of all) await node.stop()
  }
  try {
    const coordinator = await start()
    const database = openServer(coordinator.address)
    await sql`select citus_set_coordinator_host('127.0.0.1', ${sql.lit(portOf(coordinator))})`.execute(database.kysely)
    const workers: OwnServer[] = []
    const join = async (worker: OwnServer) => {
      await sql`select citus_add_node('127.0.0.1', ${sql.lit(portOf(worker))})`.execute(database.kysely)
      workers.push(worker)
    }
    for (let number = 0; number < count; number += 1) await join(await start())
    const end = async () => {
      await database.close()
      await stopAll()
    }
    return { coordinator, workers, database, start, join, end }
  } catch (error) {
    await stopAll()
    throw error
  }
}

/** The port by which a cluster knows a node: here all have one address. */
export const portOf = ({ address }: OwnServer): number => Number(new URL(address).port)

/** On which node, by its port, each of some districts lies. */
export async function nodesOf({ kysely }: Database, districts: readonly string[]): Promise<Map<string, number>> {
  const { rows } = await sql<{ district: string; port: number }>`
    select district, nodeport as port from unnest(${districts}::text[]) as d (district)
      join pg_dist_placement p on p.shardid = get_shard_id_for_distribution_column('place.districts', district)
      join pg_dist_node n on n.groupid = p.groupid`.execute(kysely)
  return new Map(rows.map(({ district, port }) => [district, port]))
}

/** How many groups of shards, of which each holds the rows of some districts in all tables, lie on each node. */
export async function groupsOn({ kysely }: Database): Promise<Map<number, number>> {
  const { rows } = await sql<{ port: number; count: number }>`
    select nodeport as port, count(*)::integer as count from citus_shards
    where table_name = 'place.districts'::regclass group by nodeport`.execute(kysely)
  return new Map(rows.map(({ port, count }) => [port, count]))
}
