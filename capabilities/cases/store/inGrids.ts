import { sql } from 'kysely'
import type { Connection } from '#kernel/database/open.ts'
import { caseFlow } from '../flow.ts'

/** The states in which a case goes along with its grid. */
const states = caseFlow.commands.regrid.from

const openIn = (district: string, grids: readonly string[]) => {
  const those = sql`${[...grids]}::text[]`
  return sql`district = ${district} and state = any (${[...states]}::text[])
    and (grid2 = any (${those}) or grid3 = any (${those}))`
}

/** The open cases of some grids, by id, at most so many after one. */
export async function openInGrids(
  connection: Connection,
  district: string,
  grids: readonly string[],
  { after = '', most }: { after?: string | undefined; most: number },
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from cases.cases where ${openIn(district, grids)} and id > ${after} order by id limit ${most}`.execute(connection)
  return rows.map(({ id }) => id)
}

/** How many cases are open in some grids. */
export async function countOpenIn(connection: Connection, district: string, grids: readonly string[]): Promise<number> {
  const { rows } = await sql<{
    count: number
  }>`select count(*)::integer as count from cases.cases where ${openIn(district, grids)}`.execute(connection)
  return rows[0]?.count ?? 0
}
