import { type RawBuilder, sql } from 'kysely'
import type { AnyItem } from '../command.ts'
import type { Flow } from '../define.ts'
import type { Limit } from '../limits.ts'

/** The writes that keep the limits that began, and note those that ended. */
export function limitWrites<Item extends AnyItem, Facts>(
  flow: Flow<Item, Facts>,
  before: Item | undefined,
  after: Item,
  now: Temporal.Instant,
): RawBuilder<unknown>[] {
  const was = before ? limitsOf(before) : []
  const is = limitsOf(after)
  const begun = is.filter(({ id }) => !was.some((limit) => limit.id === id))
  const ended = was.filter(({ id }) => !is.some((limit) => limit.id === id)).map(({ id }) => id)
  const holder = flow.holder(after)
  const writes: RawBuilder<unknown>[] = []
  if (begun.length > 0) {
    const rows = begun.map(
      ({ id, step, round, startsAt, dueAt, rule, calendar, cause }) => sql`
        (${after.district}, ${after.id}, ${id}, ${flow.name}, ${step}, ${round}::integer, ${holder ? `${holder.role}@${holder.unit}` : null},
        ${startsAt}::timestamptz, ${dueAt}::timestamptz, ${rule}, ${calendar}::integer, ${JSON.stringify(cause)}::jsonb)`,
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
