import { sql } from 'kysely'
import type { Connection } from './open.ts'

/** So many rows a statement: large enough to be quick, small enough for one message to the database. */
const most = 1000

/**
 * Inserts many rows, some hundred a statement. Every row has the columns of the first; what those leave out takes its default. For the
 * owner: a cluster copies what is selected so, which no role under a policy may.
 */
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

/** Rows in parts of few sizes, and fewer than ten at once, so that there are few texts: a connection keeps only so many prepared (`prepare.ts`). */
export function inSizes<Row>(rows: readonly Row[]): Row[][] {
  const parts: Row[][] = []
  for (let at = 0; at < rows.length; ) {
    const left = rows.length - at
    const size = sizes.find((one) => one <= left) ?? left
    parts.push(rows.slice(at, at + size))
    at += size
  }
  return parts
}
const sizes = [100, 10]

/**
 * Writes many rows of one district value by value, so that any role may: fewer a statement, since each value is one of its parameters. Every
 * row has the columns of the first, objects for what is JSON. A row whose `key` is there already takes the place of that one, where a key is given.
 */
export async function writeMany(
  connection: Connection,
  schema: string,
  table: string,
  rows: readonly object[],
  key: readonly string[] = [],
): Promise<void> {
  const [first] = rows
  if (!first) return
  const names = Object.keys(first)
  const columns = names.map((column) => sql.id(column))
  const rest = names
    .filter((column) => !key.includes(column))
    .map((column) => sql`${sql.id(column)} = excluded.${sql.id(column)}`)
  const instead =
    key.length > 0 ? sql`on conflict (${sql.join(key.map((column) => sql.id(column)))}) do update set ${sql.join(rest)}` : sql``
  for (const part of inSizes(rows)) {
    const values = part.map((row) => sql`(${sql.join(Object.values(row).map(parameter))})`)
    await sql`insert into ${sql.id(schema, table)} (${sql.join(columns)}) values ${sql.join(values)} ${instead}`.execute(
      connection,
    )
  }
}

const parameter = (value: unknown) => (typeof value === 'object' && value !== null ? JSON.stringify(value) : value)
