import type { DatabaseConnection, QueryExecutor } from 'kysely'
import type { Connection, Database } from './open.ts'

type Provide = Parameters<QueryExecutor['withConnectionProvider']>[0]['provideConnection']

const provided = (executor: QueryExecutor, provideConnection: Provide): Connection => {
  const own = executor.withConnectionProvider({ provideConnection })
  return { getExecutor: () => own }
}

/**
 * Runs work on a connection that is its alone. Statements are carried out in the order in which they were sent. On one of Kysely's own each waits for
 * the one before it; on this a server is sent all of one turn of the event loop together (`gathering.ts`).
 */
export function hold<Result>({ kind, kysely }: Database, work: (connection: Connection) => Promise<Result>): Promise<Result> {
  const executor = kysely.getExecutor()
  return executor.provideConnection((held) => work(provided(executor, kind === 'server' ? (use) => use(held) : inTurn(held))))
}

/** The embedded database takes one that is prepared before one that is not and was sent earlier, if it is let. */
function inTurn(held: DatabaseConnection): Provide {
  let last: Promise<unknown> = Promise.resolve()
  return (use) => {
    const told = last.then(() => use(held))
    last = told.catch(() => {})
    return told
  }
}

/** The same connection, on which a statement counts only if that ahead of all went well: what follows a `begin` that failed is in no transaction. */
export function following(connection: Connection, ahead: Promise<unknown>): Connection {
  const executor = connection.getExecutor()
  return provided(executor, async (use) => {
    const told = executor.provideConnection(use)
    told.catch(() => {})
    await ahead
    return told
  })
}
