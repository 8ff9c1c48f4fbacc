import { Socket } from 'node:net'
import type { PostgresPool } from 'kysely'
import pg from 'pg'

/** How long a server is given to say whether it takes writes, and how often the leader is asked whether it still does. */
const patience = 2000
const between = 2000

/**
 * Whether the server at an address takes writes: it answers, follows no other, and was not told to be read only. One that does not
 * answer in time takes none.
 */
async function takesWrites(address: string): Promise<boolean> {
  const socket = new Socket()
  const client = new pg.Client({
    ...{ connectionString: address, stream: () => socket },
    ...{ connectionTimeoutMillis: patience, query_timeout: patience },
  })
  client.on('error', () => {})
  try {
    await client.connect()
    return await mayWrite(client)
  } catch {
    return false
  } finally {
    // Not by a farewell, for which a server that hangs would be waited for.
    socket.destroy()
  }
}

async function mayWrite(client: pg.ClientBase): Promise<boolean> {
  const { rows } = await client.query<{ transaction_read_only: string }>('show transaction_read_only')
  return rows[0]?.transaction_read_only === 'off'
}

/** The first of some servers that says it takes writes, if there is one. */
const leaderOf = (addresses: readonly string[]): Promise<string | undefined> =>
  Promise.any(
    addresses.map(async (address) => {
      if (!(await takesWrites(address))) throw new Error('it does not lead')
      return address
    }),
  ).catch(() => undefined)

/**
 * A pool that stays with whichever of several servers takes writes, as PostgreSQL's own programs do with
 * `target_session_attrs=read-write`, which `pg` does not know. When another leads, also because the old one does not answer any more,
 * all connections to the old one are cut: their transactions fail, and the next ones are at the new one.
 */
export function leaderPool(addresses: readonly string[], options: pg.PoolConfig): { pool: pg.Pool; follows: PostgresPool } {
  const open = new Set<Socket>()
  const stream = () => {
    const socket = new Socket()
    open.add(socket)
    return socket.once('close', () => open.delete(socket))
  }
  const onConnect = async (client: pg.ClientBase) => {
    if (!(await mayWrite(client))) throw new Error('Connection terminated: this server follows another')
  }
  let leader = addresses[0] ?? ''
  const pool = new pg.Pool({ ...options, stream, onConnect, connectionString: leader, connectionTimeoutMillis: 10_000 })
  let looking: Promise<void> | undefined
  const look = async () => {
    if (await takesWrites(leader)) return
    const next = await leaderOf(addresses)
    if (next === undefined || next === leader) return
    leader = next
    // Read anew for each connection.
    Object.assign(pool.options, { connectionString: next })
    for (const socket of open) socket.destroy()
  }
  const lookOnce = () => {
    looking ??= look().finally(() => {
      looking = undefined
    })
    return looking
  }
  const watching = setInterval(lookOnce, between).unref()
  const follows = {
    options: pool.options,
    async connect() {
      try {
        return await pool.connect()
      } catch {
        // Nobody there, or nobody yet: perhaps another leads by now.
        await lookOnce()
        return pool.connect()
      }
    },
    end: () => {
      clearInterval(watching)
      return pool.end()
    },
  }
  return { pool, follows }
}
