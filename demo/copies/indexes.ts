import { sql } from 'kysely'
import type { Connection } from '#kernel/database/open.ts'

/** Indexes that are built faster after many rows than with them: statements that drop them, and that make them again. */
export interface Indexes {
  drop: string
  create: string
}

/** Those of some tables, but for the ones that constraints stand on. */
export async function indexesOf(connection: Connection, tables: readonly string[]): Promise<Indexes> {
  const { rows } = await sql<{ name: string; definition: string }>`
    select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition from pg_index i
    where i.indrelid = any (${tables}::regclass[]) and not exists (select from pg_constraint where conindid = i.indexrelid)
    order by name`.execute(connection)
  return {
    drop: rows.map(({ name }) => `drop index ${name};`).join('\n'),
    // Of a partitioned table, also of its partitions.
    create: rows.map(({ definition }) => `${definition.replace(' ON ONLY ', ' ON ')};`).join('\n'),
  }
}
