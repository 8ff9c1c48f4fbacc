import { type RawBuilder, sql } from 'kysely'
import { limitsOfItem } from '#kernel/metric/limits.ts'
import type { Countable, Rows } from '#kernel/metric/measure.ts'
import { settledStates, unsettledStates } from '../settled.ts'

const isOneOf = (states: readonly string[]) => sql`c.state in (${sql.join(states.map((state) => sql.lit(state)))})`
const [grid1, grid2, grid3, dedicated] = [sql`c.grid1`, sql`c.grid2`, sql`c.grid3`, sql`c.dedicated`]

/** Cases, as `c`, counted by when they were reported. */
export const countedCases: Countable = {
  name: 'cases',
  from: sql`cases.cases c`,
  as: 'c',
  read: sql`c.id, c.state, c.round, c.outcome, c.lead, c.street, c.community, c.category, c.reporter, c.reported_at, c.due_at,
    c.asked, c.staff_reported, c.item || '{}' as item`,
  limits: (district) => limitsOfItem(district, sql`c.id`),
  district: sql`c.district`,
  at: sql`c.reported_at`,
  columns: { unit: sql`c.lead`, street: sql`c.street`, community: sql`c.community`, category: sql`c.category` },
  reach: sql`case when c.protected then 'guards' when c.hidden then 'district' else 'all' end`,
  own: {
    steward: [grid3],
    gridWorker: [grid1, grid2, grid3, dedicated],
    gridLeader: [grid1, grid2, grid3, dedicated],
    communitySecretary: ['community'],
    communityWorker: ['community'],
    streetDesk: ['street'],
    dutyOfficer: ['street'],
    clerk: ['unit'],
    unitLeader: ['unit'],
    propertyManager: ['unit'],
  },
  settled: isOneOf(settledStates),
  unsettled: isOneOf(unsettledStates),
  item: { id: sql`c.id`, version: sql`c.version` },
}

/** Whether a round of a case was taken out of the rates, by two people; where it is not said which, all were. */
export const excludedIn = (round: RawBuilder<unknown>) =>
  sql`coalesce((c.item->'excluded'->'rounds') @> to_jsonb(${round}), c.item->'excluded'->>'agreedBy' is not null)`

/** Whether any of its rounds was. */
export const excludedOnce = sql`coalesce(jsonb_array_length(c.item->'excluded'->'rounds') > 0, c.item->'excluded'->>'agreedBy' is not null)`

interface Tally extends Pick<Rows, 'joined' | 'where'> {
  good: RawBuilder<unknown>
  due: RawBuilder<unknown>
  /** Of which round it tells, where that is not the one that the case is in. */
  round?: RawBuilder<unknown>
  beside?: Record<string, RawBuilder<unknown>>
}

/** The rows of a ratio: what is good of what is due, with and without what was excluded, and what stands beside. */
export function ratioOf({ joined, where, good, due, round = sql`c.round`, beside = {} }: Tally): Rows {
  const excluded = excludedIn(round)
  return {
    ...(joined && { joined }),
    ...(where && { where }),
    sums: {
      good: sql`(${due}) and (${good}) and not ${excluded}`,
      due: sql`(${due}) and not ${excluded}`,
      goodAll: sql`(${due}) and (${good})`,
      dueAll: due,
      excluded: sql`(${due}) and ${excluded}`,
      ...beside,
    },
  }
}
