import { type RawBuilder, sql } from 'kysely'
import type { AnyItem } from '../command.ts'
import type { Flow } from '../define.ts'
import type { Limit } from '../limits.ts'

/** The rows of the limits that a change began, and the ids of those that it ended. */
export function limitChanges<Item extends AnyItem, Facts>(flow: Flow<Item, Facts>, before: Item | undefined, after: Item) {
  const was = before ? limitsOf(before) : []
  const is = limitsOf(after)
  const post = flow.holder(after)
  const holder = post ? `${post.role}@${post.unit}` : null
  const begun = is
    .filter(({ id }) => !was.some((limit) => limit.id === id))
    .map(({ id, step, round, startsAt, dueAt, rule, calendar, cause }) => ({
      ...{ district: after.district, item: after.id, id, flow: flow.name, step, round, holder },
      ...{ starts_at: startsAt, due_at: dueAt, rule, calendar, cause },
    }))
  const ended = was.filter(({ id }) => !is.some((limit) => limit.id === id)).map(({ id }) => id)
  return { begun, ended }
}

/** The writes that keep the limits that began, and note those that ended. */
export function limitWrites<Item extends AnyItem, Facts>(
  flow: Flow<Item, Facts>,
  before: Item | undefined,
  after: Item,
  now: Temporal.Instant,
): RawBuilder<unknown>[] {
  const { begun, ended } = limitChanges(flow, before, after)
  const writes: RawBuilder<unknown>[] = []
  if (begun.length > 0) {
    const rows = begun.map(
      ({ district, item, id, flow: name, step, round, holder, starts_at, due_at, rule, calendar, cause }) => sql`
        (${district}, ${item}, ${id}, ${name}, ${step}, ${round}::integer, ${holder},
        ${starts_at}::timestamptz, ${due_at}::timestamptz, ${rule}, ${calendar}::integer, ${JSON.stringify(cause)}::jsonb)`,
    )
    writes.push(sql`insert into flow.limits (district, item, id, flow, step, round, holder, starts_at, due_at, rule, calendar, cause)
      values ${sql.join(rows)}`)
  }
  if (ended.length > 0)
    writes.push(sql`update flow.limits set ended_at = ${now.toString()}::timestamptz
      where district = ${after.district} and item = ${after.id} and id = any (${ended})`)
  return writes
}

const limitsOf = (item: AnyItem & { limits?: readonly Limit[] }): readonly Limit[] => item.limits ?? []
