import { type RawBuilder, sql } from 'kysely'
import type { Carrier } from '#capabilities/grids/contract/kinds.ts'
import type { Connection } from '#kernel/database/open.ts'
import { keyOf } from '../due.ts'

/** A grid that carries a network. */
export interface CarryingGrid {
  code: string
  name: string
  level: number
  kind: string
  community: string
}

/** Which grids are asked for: all that is given must hold. */
export interface GridsAsked {
  carriers: readonly Carrier[]
  community?: string | undefined
  street?: string | undefined
  /** A part of a grid's name, or its whole code. */
  text?: string | undefined
  /** Only those at which nobody has a post. */
  nobody?: boolean | undefined
}

const carrying: Record<Carrier, RawBuilder<unknown>> = {
  level1: sql`(kind = 'base' and level = 1)`,
  level2: sql`(kind = 'base' and level = 2)`,
  level3: sql`(kind = 'base' and level = 3)`,
  dedicated: sql`kind = 'dedicated'`,
}

/** Where somebody looks after a grid on a day; of a grid that is a whole community, its secretary does too. */
const lookedAfter = (district: string, day: string) => sql`
  select unit from people.posts where district = ${district}
    and role in ('gridWorker', 'gridLeader', 'steward', 'communitySecretary')
    and starts <= ${day}::date and (ends is null or ends > ${day}::date)`

const thatAre = (district: string, { carriers, community, street, text, nobody }: GridsAsked, day: string) =>
  sql.join(
    [
      sql`starts <= ${day}::date and (ends is null or ends > ${day}::date)`,
      sql`(${sql.join(
        carriers.map((carrier) => carrying[carrier]),
        sql` or `,
      )})`,
      ...(community === undefined ? [] : [sql`community = ${community}`]),
      ...(street === undefined ? [] : [sql`street = ${street}`]),
      ...(nobody
        ? [
            sql`code not in (${lookedAfter(district, day)})
              and not (${carrying.level1} and community in (${lookedAfter(district, day)}))`,
          ]
        : []),
      ...(text === undefined ? [] : [sql`(strpos(name, ${text}) > 0 or code = ${text})`]),
    ],
    sql` and `,
  )

/** Some of the grids that carry a network on a day, community by community. */
export async function carryingGrids(
  connection: Connection,
  district: string,
  asked: GridsAsked,
  { day, from, most }: { day: string; from: number; most: number },
): Promise<CarryingGrid[]> {
  const { rows } = await sql<CarryingGrid>`
    select code, name, level, kind, community from place.grids
    where district = ${district} and ${thatAre(district, asked, day)} order by community, level, kind, code
    offset ${from} limit ${most}`.execute(connection)
  return rows
}

/** The last day on which each service item, of one network or of all, was done in some grids, grid by grid; what was taken back was not done. */
export async function lastDoneIn(
  connection: Connection,
  district: string,
  { grids, network, since }: { grids: readonly string[]; network?: string; since: string },
): Promise<Map<string, Map<string, string>>> {
  const { rows } = await sql<{ grid: string; network: string; what: string; day: string }>`
    select grid, done->>'network' as network, done->>'what' as what, max(on_day)::text as day
    from visits.visits, jsonb_array_elements(item->'done') done
    where district = ${district} and grid = any (${[...grids]}::text[]) and state = 'made' and on_day >= ${since}::date
      ${network === undefined ? sql`` : sql`and done->>'network' = ${network}`}
    group by grid, done->>'network', done->>'what'`.execute(connection)
  return new Map(
    [...Map.groupBy(rows, ({ grid }) => grid)].map(([grid, done]) => [
      grid,
      new Map(done.map(({ day, ...item }) => [keyOf(item), day])),
    ]),
  )
}
