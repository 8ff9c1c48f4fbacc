import { sql } from 'kysely'
import type { Connection } from '#kernel/database/open.ts'
import { caseFlow } from '../flow.ts'
import { isSettled } from '../settled.ts'

/** The states in which a case goes along with its grid; what is part of another is none that is open itself. */
const states = caseFlow.commands.regrid.from
const openStates = states.filter((state) => !isSettled({ state }))

const inGrids = (district: string, grids: readonly string[], some: readonly string[]) => {
  const those = sql`${[...grids]}::text[]`
  return sql`district = ${district} and state = any (${[...some]}::text[])
    and (grid2 = any (${those}) or grid3 = any (${those}) or (holder_role = 'gridWorker' and holder_unit = any (${those})))`
}

/** The cases that go along with some grids, since they lie in one or a worker of one has them: by id, at most so many after one. */
export async function goingWithGrids(
  connection: Connection,
  district: string,
  grids: readonly string[],
  { after = '', most }: { after?: string | undefined; most: number },
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from cases.cases where ${inGrids(district, grids, states)} and id > ${after} order by id limit ${most}`.execute(
    connection,
  )
  return rows.map(({ id }) => id)
}

/** How many cases are open in some grids. */
export async function countOpenIn(connection: Connection, district: string, grids: readonly string[]): Promise<number> {
  const { rows } = await sql<{
    count: number
  }>`select count(*)::integer as count from cases.cases where ${inGrids(district, grids, openStates)}`.execute(connection)
  return rows[0]?.count ?? 0
}
