import { sql } from 'kysely'
import type { Hangs } from '#kernel/place/admin/hanging.ts'
import { words } from '#kernel/words.ts'

/** What the registers of the grids have at a unit: networks that it leads, and part-time grid workers of a company. */
export const hangsOnNetworks: Hangs = async (connection, district, unit, ends) => {
  const later = sql`district = ${district} and (ends is null or ends > ${ends}::date)`
  const { rows } = await sql<{ networks: number; workers: number }>`select
    (select count(*)::integer from grids.networks where ${later} and network->>'department' = ${unit}) as networks,
    (select count(*)::integer from grids.part_time where ${later} and kept->>'company' = ${unit}) as workers`.execute(connection)
  const { networks = 0, workers = 0 } = rows[0] ?? {}
  return [
    { what: 'networks', count: networks, words: words(`${networks} 个由它牵头的网络`, `${networks} networks that it leads`) },
    {
      what: 'partTimeGridWorkers',
      count: workers,
      words: words(`${workers} 名兼职网格员`, `${workers} part-time grid workers`),
    },
  ]
}

/** What hangs on a grid on the day on which another takes it over, and what becomes of it (`moves.ts`). */
export const hangsOnGrid: Hangs = async (connection, district, grid, ends) => {
  const here = sql`district = ${district} and grid = ${grid} and (ends is null or ends > ${ends}::date)`
  const { rows } = await sql<{ groups: number; helpers: number; workers: number }>`select
    (select count(*)::integer from grids.groups where ${here}) as groups,
    (select count(*)::integer from grids.reinforcements where ${here}) as helpers,
    (select count(*)::integer from grids.part_time where ${here}) as workers`.execute(connection)
  const { groups = 0, helpers = 0, workers = 0 } = rows[0] ?? {}
  return [
    {
      what: 'gridGroups',
      count: groups,
      words: words(
        `${groups} 个微信群转到并入的网格；那里已有群的，这个群停用`,
        `chat groups: ${groups}, which go along, unless that grid has its own`,
      ),
    },
    {
      what: 'reinforcements',
      count: helpers,
      words: words(`${helpers} 名网格力量转到并入的网格`, `people who reinforce it: ${helpers}, who go along`),
    },
    {
      what: 'partTimeGridWorkers',
      count: workers,
      words: words(`${workers} 名兼职网格员转到并入的网格`, `part-time grid workers: ${workers}, who go along`),
    },
  ]
}
