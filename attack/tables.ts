import { sql } from 'kysely'
import type { Connection } from '#kernel/database/open.ts'

/** Every table that holds rows by district, as `cases.cases`; partitions and the extension's own apart. */
export async function tablesByDistrict(connection: Connection): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select format('%I.%I', n.nspname, c.relname) as name
    from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
    where a.attname = 'district' and c.relkind in ('r', 'p') and not c.relispartition and n.nspname not like 'pg\_%'
    order by name`.execute(connection)
  return rows.map(({ name }) => name)
}
