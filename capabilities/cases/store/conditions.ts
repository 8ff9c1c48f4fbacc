import { type RawBuilder, sql } from 'kysely'
import { nowhere } from '#kernel/metric/contract/nowhere.ts'
import type { Had } from '../columns.ts'

export type Sort = 'due' | 'newest'

/** Where a page of a list ended: in which part of it, at which key and id of its last row. */
export interface Cursor {
  part: Part
  key: string
  id: string
}

/**
 * A list by when its cases run out has two parts: those that a limit runs on, the first to run out first, and then the others as any list
 * has them, the newest first.
 */
export type Part = 'due' | 'newest'

type Instants = 'reported_at' | 'due_at' | 'yellow_at' | 'call_until'
type Texts =
  | 'state'
  | 'category'
  | 'lead'
  | 'street'
  | 'community'
  | 'grid2'
  | 'grid3'
  | 'urgency'
  | 'number'
  | 'station'
  | 'asked'
  | 'holder_role'
  | 'holder_unit'

/** What figures are broken down by: a list may be asked for what one of their parts leaves. */
export const groups = ['lead', 'street', 'community', 'category'] as const
/** Those that a case may lack. */
export const mayLack = ['lead', 'street', 'community'] as const
export type Groups = (typeof groups)[number]

/**
 * A condition on a case of a list, as a value: a list puts it in its own statement, a search hands it on to `cases.found`
 * (024-searches-part-by-part.sql, 027-marked-states.sql), and a test holds both to the same answer.
 */
export type Condition =
  | { column: Texts; is: '='; value: string }
  | { column: Texts; is: 'in'; value: readonly string[] }
  | { column: Instants; is: '<' | '>='; value: string }
  /** It has none; or it has another than these, or none: that is among these where `-` is. */
  | { column: (typeof mayLack)[number]; is: 'none'; value: true }
  | { column: Groups; is: 'but'; value: readonly string[] }
  /** Whether a limit runs on it. */
  | { is: 'limited'; value: boolean }
  /** Reported or followed by whoever reads. */
  | { is: 'party'; value: string }
  /** The unit assists in it, or had it before. */
  | { is: 'assists'; value: string }
  /** It was returned once, or its limit extended, in whatever round. */
  | { is: 'had'; value: Had }
  /** The unit leads it, or the post holds it. */
  | { is: 'leads'; value: { unit: string; role: string } }

/** That a column has one of these values. Of one alone an index has the cases in their order; of several PostgreSQL reads them all first, and sorts. */
export const oneOf = (column: Texts, values: readonly string[]): Condition => {
  const [value, ...others] = values
  return value !== undefined && others.length === 0 ? { column, is: '=', value } : { column, is: 'in', value: values }
}

/** The condition in SQL, on `cases.cases c`, of which other conditions have left few or not. */
export function sqlOf(district: string, condition: Condition, amongFew = false): RawBuilder<unknown> {
  const { value } = condition
  switch (condition.is) {
    case 'party':
      return sql`c.id in (select f.id from cases.followers f where f.district = ${district} and f.party = ${value})`
    case 'assists':
      // By the time, too: so a page is read in its order. Among few each is looked up: without the offset all that the unit ever had were read for them.
      return sql`exists (select from cases.seers s
        where s.district = ${district} and s.unit = ${value} and s.id = c.id and s.reported_at = c.reported_at ${amongFew ? sql`offset 0` : sql``})`
    case 'leads':
      return sql`(${sql.join(leadingWays(condition.value), sql` or `)})`
    case 'limited':
      return condition.value ? sql`c.due_at is not null` : sql`c.due_at is null`
    case 'had':
      return value === 'return' ? sql`c.returned` : sql`c.extended`
    case 'none':
      return sql`${sql.ref(`c.${condition.column}`)} is null`
    case 'but': {
      const column = sql.ref(`c.${condition.column}`)
      const other = sql`${column} <> all (${condition.value.filter((one) => one !== nowhere)})`
      return condition.value.includes(nowhere) ? sql`(${column} is not null and ${other})` : sql`(${column} is null or ${other})`
    }
    case 'in':
      return sql`${sql.ref(`c.${condition.column}`)} = any (${[...condition.value]})`
    case '=':
      return sql`${sql.ref(`c.${condition.column}`)} = ${value}`
    default:
      return sql`${sql.ref(`c.${condition.column}`)} ${sql.raw(condition.is)} ${value}::timestamptz`
  }
}

/** The ways in which a unit has a case in its lists: it leads it, or its post holds what another leads. */
const leadingWays = ({ unit, role }: { unit: string; role: string }): RawBuilder<unknown>[] => [
  sql`c.lead = ${unit}`,
  sql`(c.holder_role = ${role} and c.holder_unit = ${unit} and c.lead is distinct from ${unit})`,
]

/** The ways in which a case may fit a condition, each with an index of its own; none where the condition is one way. */
function alternatives(condition: Condition): RawBuilder<unknown>[] {
  if (condition.is === 'leads') return leadingWays(condition.value)
  if (condition.is === 'in' && condition.column === 'holder_role')
    return condition.value.map((role) => sql`c.holder_role = ${role}`)
  return []
}

/**
 * Conditions in SQL, in ways of which each has an index and no case goes by two. What a unit leads or its post holds is two, and what two of its posts
 * hold: with an `or` of both, a list in its order is read from all that the district has.
 */
export function waysOf(district: string, conditions: readonly Condition[]): RawBuilder<unknown>[][] {
  const split = conditions.find((condition) => alternatives(condition).length > 0)
  // What a limit runs on is little, however much there is.
  const amongFew = conditions.some(({ is, value }) => is === 'limited' && value === true)
  const rest = conditions.filter((condition) => condition !== split).map((condition) => sqlOf(district, condition, amongFew))
  return split ? alternatives(split).map((way) => [way, ...rest]) : [rest]
}
