import { sql } from 'kysely'
import { openServer } from '#kernel/database/open.ts'

/** Whether the server that tests run on is a Citus cluster. */
export const onCluster = process.env.TEST_DATABASE_KIND === 'citus'

const extensions = ['citus', 'postgis', 'btree_gist', 'pg_trgm'].map((name) => `create extension ${name}`)

/**
 * Makes a new database of the coordinator a cluster of its own, with a database of the same name on every node.
 * Gives what drops those again.
 */
export async function joinNodes(coordinator: URL, name: string): Promise<() => Promise<void>> {
  const workers = await addressesOfWorkers(coordinator)
  const on = (node: URL) => Object.assign(new URL(node), { pathname: name })
  for (const worker of workers) {
    await run(worker, [`create database ${name}`])
    await run(on(worker), extensions)
  }
  await run(on(coordinator), [
    ...extensions,
    `select citus_set_coordinator_host('${coordinator.hostname}', ${coordinator.port})`,
    ...workers.map(({ hostname, port }) => `select citus_add_node('${hostname}', ${port})`),
  ])
  return async () => {
    for (const worker of workers) await run(worker, [`drop database ${name} with (force)`])
  }
}

async function addressesOfWorkers(coordinator: URL): Promise<URL[]> {
  const nodes = await run(coordinator, [
    `select nodename || ':' || nodeport as host from pg_dist_node where groupid <> 0 order by 1`,
  ])
  return nodes.map(({ host }) => Object.assign(new URL(coordinator), { host }))
}

/** Runs statements one after the other in a connection of their own. Gives the rows of the last. */
async function run(address: URL, statements: readonly string[]): Promise<{ host: string }[]> {
  const { kysely, close } = openServer(address.href)
  try {
    let rows: { host: string }[] = []
    for (const statement of statements) rows = (await sql.raw<{ host: string }>(statement).execute(kysely)).rows
    return rows
  } finally {
    await close()
  }
}
