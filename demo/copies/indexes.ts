import { sql } from 'kysely'
import type { Connection } from '#kernel/database/open.ts'

/** Indexes that are built faster after many rows than with them: statements that drop them, and that make them again. */
export interface Indexes {
  drop: string
  create: string
}

/** Those of some tables; also those that keys stand on, which rows of no order make slow as soon as they are larger than memory. */
export async function indexesOf(connection: Connection, tables: readonly string[]): Promise<Indexes> {
  const { rows } = await sql<{ name: string; definition: string; table: string; key: string | null; keeps: string | null }>`
    select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition, i.indrelid::regclass::text as table,
      quote_ident(c.conname) as key, pg_get_constraintdef(c.oid) as keeps
    from pg_index i left join pg_constraint c on c.conindid = i.indexrelid and c.conrelid = i.indrelid
    where i.indrelid = any (${tables}::regclass[]) order by name`.execute(connection)
  const drop = rows.map(({ name, table, key }) => (key ? `alter table ${table} drop constraint ${key};` : `drop index ${name};`))
  // Of a partitioned table, also of its partitions.
  const create = rows.map(({ definition, table, key, keeps }) =>
    key ? `alter table ${table} add constraint ${key} ${keeps};` : `${definition.replace(' ON ONLY ', ' ON ')};`,
  )
  return { drop: drop.join('\n'), create: create.join('\n') }
}
