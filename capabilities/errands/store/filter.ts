import { type RawBuilder, sql } from 'kysely'
import type { Post } from '#kernel/people/actor.ts'
import { openStates } from '../contract/kinds.ts'
import { endOf } from '../contract/number.ts'

/** What a list of errands is asked by. */
export interface ErrandFilter {
  open?: boolean
  /** Only those that were done, by whoever. */
  done?: boolean
  /** Only those whose time is over. */
  late?: boolean
  state?: string
  kind?: string
  community?: string
  street?: string
  helper?: Post
  /** A number, or a part of an item's name. */
  q?: string
}

/** Whether an errand came to a good end. */
export const isDone = (state: RawBuilder<unknown>) => sql`${state} in ('done', 'confirmed', 'recorded')`

/** When whoever has it goes on with it, as text: instants of one form are in the order of time. */
export const due = sql`item ->> 'dueAt'`

const open = sql`(state = any (${[...openStates]}))`

/** The conditions of a filter, as of a moment. */
export function conditionsOf({ q, helper, late, done, ...filter }: ErrandFilter, now: Temporal.Instant): RawBuilder<unknown> {
  const equal = (['state', 'kind', 'community', 'street'] as const).flatMap((column) => {
    const value = filter[column]
    return value === undefined ? [] : [sql`${sql.ref(column)} = ${value}`]
  })
  const post = helper && JSON.stringify({ helper: { role: helper.role, unit: helper.unit } })
  const end = q === undefined ? undefined : endOf(q)
  const conditions = [
    ...equal,
    ...(filter.open === undefined ? [] : [sql`${open} = ${filter.open}`]),
    ...(done ? [isDone(sql`state`)] : []),
    ...(late ? [sql`${open} and ${due} < ${now.toString()}`] : []),
    ...(post === undefined ? [] : [sql`item @> ${post}::jsonb`]),
    ...(q === undefined ? [] : [end === undefined ? named(q.toLowerCase()) : sql`right(id, 8) = ${end}`]),
  ]
  return conditions.length > 0 ? sql`and ${sql.join(conditions, sql` and `)}` : sql``
}

const named = (part: string) =>
  sql`position(${part} in lower(item #>> '{itemName,zh}' || ' ' || coalesce(item #>> '{itemName,en}', ''))) > 0`
