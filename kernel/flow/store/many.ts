import { sql } from 'kysely'
import type { Connection } from '../../database/open.ts'

/** So many rows a statement: large enough to be quick, small enough for one message to the database. */
const most = 1000

/** Inserts many rows, some hundred a statement. Every row has the columns of the first; what those leave out takes its default. */
export async function insertMany(connection: Connection, schema: string, table: string, rows: readonly object[]): Promise<void> {
  const [first] = rows
  if (!first) return
  const name = sql.id(schema, table)
  const columns = sql.join(Object.keys(first).map((column) => sql.id(column)))
  for (let at = 0; at < rows.length; at += most)
    await sql`insert into ${name} (${columns})
      select ${columns} from jsonb_populate_recordset(null::${name}, ${JSON.stringify(rows.slice(at, at + most))}::jsonb)`.execute(
      connection,
    )
}
