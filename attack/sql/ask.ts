import { sql } from 'kysely'
import type { Connection, Database } from '#kernel/database/open.ts'
import { type Scope, within } from '#kernel/database/within.ts'

/** How often a statement of an attack was sent, and what it found that should not be. */
export interface Asked {
  statements: number
  wrong: string[]
}

const refusals = /permission denied|row-level security|must be owner/

/**
 * Sends statements as the working roles, each in a transaction that is undone. Gives how many rows one touched or gave, or -1 where it is
 * not permitted. Another fault is that of a statement that was let through: -1 would hide it, and it is found to be wrong.
 */
export function asking(database: Database) {
  const asked: Asked = { statements: 0, wrong: [] }

  async function touched(scope: Scope, statement: string): Promise<number> {
    asked.statements += 1
    try {
      return await within(
        database,
        scope,
        async (connection) => {
          const result = await sql.raw(statement).execute(connection)
          return Math.max(Number(result.numAffectedRows ?? 0), result.rows.length)
        },
        () => false,
      )
    } catch (error) {
      if (!(error instanceof Error)) throw error
      if (!refusals.test(error.message))
        asked.wrong.push(`${scope.as} came through to “${error.message}” by ${statement.slice(0, 200)}`)
      return -1
    }
  }

  /** The first column of what a reader is given, as text; nothing where they may not ask. `work` goes before it. */
  async function given(
    scope: Scope,
    query: string,
    work: (connection: Connection) => Promise<void> = async () => {},
  ): Promise<string[]> {
    asked.statements += 1
    return within(database, scope, async (connection) => {
      await work(connection)
      const { rows } = await sql.raw<{ given: string }>(query).execute(connection)
      return rows.map((row) => row.given)
    }).catch((error: Error) => {
      if (refusals.test(error.message)) return []
      throw error
    })
  }

  return { asked, touched, given }
}
