import { mkdir } from 'node:fs/promises'
import type { Writable } from 'node:stream'
import type { PGliteOptions } from '@electric-sql/pglite'
import { PGlite } from '@electric-sql/pglite'
import { btree_gin } from '@electric-sql/pglite/contrib/btree_gin'
import { Kysely, PGliteDialect, PostgresDialect, sql } from 'kysely'
import pg from 'pg'
import { bulkEmbedded, bulkOnServer, type InBulk } from './bulk.ts'
import { gathering } from './gathering.ts'
import { hostsOf } from './hosts.ts'
import { leaderPool } from './leader.ts'
import { postgisAlone } from './postgis.ts'
import { prepareStatements, runScript, statementNames } from './prepare.ts'

/** A connection on which statements run; inside `within` it is the transaction. Stores take it as their first argument. */
export type Connection = Pick<Kysely<unknown>, 'getExecutor'>

/** The one database of a process, embedded or on a server. Rows are reached through `within` (see `within.ts`) only. */
export interface Database {
  kind: 'embedded' | 'server'
  kysely: Kysely<unknown>
  /** Runs statements without parameters, several at once if need be, in one round trip. */
  script: (connection: Connection, statements: string) => Promise<void>
  /** Brings a great many rows in one transaction, past the fences: for whoever owns the tables. */
  inBulk: InBulk
  close: () => Promise<void>
  /** Its connections: how many there are, how many of them have nothing to do, and how many transactions wait for one. */
  connections: () => { total: number; idle: number; waiting: number }
  /** The whole embedded database as one file, to open another from. A server has its own tools for that. */
  snapshot?: () => Promise<Blob>
}

// Big integers are counts and sizes here, far below 2^53.
pg.types.setTypeParser(pg.types.builtins.INT8, Number)

/**
 * How a process holds its connections. More of them only queue up inside PostgreSQL. A statement is sent without waiting for those before it. Compiling
 * one takes longer than it runs, and so does to start helpers for it: other people's statements have those cores.
 */
const ofConnections = {
  pipeline: true,
  max: Number(process.env.LINLI_POOL ?? 16),
  application_name: 'linli',
  options: '-c jit=off -c max_parallel_workers_per_gather=0',
}

/** Hears every statement that is sent, with its values: for measurements. */
export type Ear = (text: string, values: readonly unknown[]) => void

/**
 * Opens the PostgreSQL server at an address such as `postgres://user@host:5432/linli`; of several (`user@one:5432,two:5432`) always
 * the one that takes writes. `noticed` hears what it remarks on the side.
 */
export function openServer(address: string, heard?: Ear, noticed?: (remark: string) => void): Database {
  const hosts = hostsOf(address)
  const { pool, follows } = hosts.length > 1 ? leaderPool(hosts, ofConnections) : onePool(address)
  // A connection that the server ends must not end the process, whether it is idle or between two statements of a transaction: the
  // next statement on it fails, and the next transaction gets a new one.
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  if (noticed) pool.on('connect', (client) => client.on('notice', ({ message = '' }) => noticed(message)))
  prepareOnServer(pool)
  const kysely = new Kysely<unknown>({
    dialect: new PostgresDialect({ pool: follows }),
    ...(heard && { log: ({ query }) => heard(query.sql, query.parameters) }),
  })
  return {
    kind: 'server',
    kysely,
    script: async (connection, statements) => {
      await sql.raw(statements).execute(connection)
    },
    inBulk: bulkOnServer(() => pool.options.connectionString ?? address),
    connections: () => ({ total: pool.totalCount, idle: pool.idleCount, waiting: pool.waitingCount }),
    close: () => kysely.destroy(),
  }
}

function onePool(address: string) {
  const pool = new pg.Pool({ ...ofConnections, connectionString: address })
  return { pool, follows: pool }
}

/**
 * Lets the server parse and plan a statement once a connection instead of each time: for the long statement in which a command
 * writes everything, planning takes longer than running.
 */
function prepareOnServer(pool: pg.Pool): void {
  const nameOf = statementNames()
  pool.on('connect', (client) => {
    const plain = client.query.bind(client)
    const gather = gathering(streamOf(client))
    const query = (text: string, values: unknown[] = []) => {
      gather()
      const name = values.length > 0 ? nameOf(text) : undefined
      const outcome = plain(name === undefined ? { text, values } : { text, values, name })
      // Who was made to follow another is of no use to us any more.
      outcome.catch(async (error: unknown) => {
        if (isReadOnly(error)) await client.end()
      })
      return outcome
    }
    Object.assign(client, { query })
  })
}

/** What a client writes to, its TLS if it has any. */
const streamOf = (client: pg.ClientBase) => (client as unknown as { connection: { stream: Writable } }).connection.stream

const isReadOnly = (error: unknown) => error instanceof Error && 'code' in error && error.code === '25006'

/** The PostgreSQL that the embedded database is: a folder of another one cannot be opened. */
export const embeddedVersion = 18

/** Opens the embedded database in a folder, or in memory if there is none, from a snapshot if one is given. */
export async function openEmbedded(folder?: string, snapshot?: Blob, heard?: Ear): Promise<Database> {
  if (folder) await mkdir(folder, { recursive: true })
  const options: PGliteOptions = {
    extensions: { postgis: postgisAlone(), btree_gin },
    ...(snapshot && { loadDataDir: snapshot }),
  }
  const pglite = await (folder ? PGlite.create(folder, options) : PGlite.create(options))
  prepareStatements(pglite)
  const kysely = new Kysely<unknown>({
    dialect: new PGliteDialect({ pglite }),
    ...(heard && { log: ({ query }) => heard(query.sql, query.parameters) }),
  })
  return {
    kind: 'embedded',
    kysely,
    // In its turn among the statements of the connection: PGlite itself would take it before one that was sent earlier.
    script: (connection, statements) =>
      connection.getExecutor().provideConnection(() => {
        heard?.(statements, [])
        return runScript(pglite, statements)
      }),
    inBulk: bulkEmbedded(pglite),
    connections: () => ({ total: 1, idle: 0, waiting: 0 }),
    close: async () => {
      await kysely.destroy()
      // Kysely closes only what it was asked something.
      if (!pglite.closed) await pglite.close()
    },
    snapshot: () => pglite.dumpDataDir('none'),
  }
}
