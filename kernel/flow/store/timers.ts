import { type RawBuilder, sql } from 'kysely'
import type { Connection } from '../../database/open.ts'
import type { AnyItem } from '../command.ts'
import type { Flow, Timer } from '../define.ts'

/** The writes that turn the timers of an item as it was into those of the item as it is. */
export function timerWrites<Item extends AnyItem, Facts>(flow: Flow<Item, Facts>, before: Item | undefined, after: Item) {
  const was = before ? flow.timers(before) : []
  const is = flow.timers(after)
  const same = (one: Timer) => (other: Timer) => other.key === one.key && Temporal.Instant.compare(one.at, other.at) === 0
  const gone = was.filter((timer) => !is.some(same(timer)))
  const come = is.filter((timer) => !was.some(same(timer)))
  const writes: RawBuilder<unknown>[] = []
  const { district, id } = after
  // A timer that only moves is written over: one statement must not touch the same row twice.
  const removed = gone.filter(({ key }) => !come.some((timer) => timer.key === key)).map(({ key }) => key)
  if (removed.length > 0)
    writes.push(sql`delete from flow.timers
      where district = ${district} and flow = ${flow.name} and item = ${id} and key = any (${removed})`)
  if (come.length > 0) {
    const rows = come.map(
      ({ key, at, command, input }) =>
        sql`(${district}, ${flow.name}, ${id}, ${key}, ${at.toString()}::timestamptz, ${command}, ${JSON.stringify(input)}::jsonb)`,
    )
    writes.push(sql`insert into flow.timers (district, flow, item, key, at, command, input) values ${sql.join(rows)}
      on conflict (district, flow, item, key) do update set at = excluded.at, leased_until = '-infinity'`)
  }
  return writes
}

/** A timer that is due and is now ours to send, until the lease ends. */
export interface DueTimer {
  district: string
  flow: string
  item: string
  key: string
  command: string
  input: unknown
}

/**
 * Leases timers that are due, at most so many, for a minute; another process takes others (`skip locked`). Which they are is found
 * once (`materialized`): a plan that looks again while it updates would lease more.
 */
export async function leaseTimers(
  connection: Connection,
  district: string,
  now: Temporal.Instant,
  most: number,
): Promise<DueTimer[]> {
  const { rows } = await sql<DueTimer>`
    with due as materialized (select district, flow, item, key from flow.timers
      where district = ${district} and at <= ${now.toString()}::timestamptz and leased_until <= ${now.toString()}::timestamptz
      order by at limit ${most} for update skip locked)
    update flow.timers t set leased_until = ${leaseFrom(now)}::timestamptz
    from due where t.district = ${district} and t.district = due.district and t.flow = due.flow and t.item = due.item and t.key = due.key
    returning t.district, t.flow, t.item, t.key, t.command, t.input`.execute(connection)
  return rows
}

/** Until when what is leased now is nobody else's to send. */
const leaseFrom = (now: Temporal.Instant): string => now.add({ minutes: 1 }).toString()

/**
 * Takes away what was leased at a moment and is carried out, or can never be: a command takes away the timers of its item's own state, and
 * leaves what somebody else set (`setErased`). One that was moved meanwhile is no longer leased.
 */
export async function dropTimers(
  connection: Connection,
  district: string,
  leasedAt: Temporal.Instant,
  timers: readonly DueTimer[],
): Promise<void> {
  const rows = timers.map(({ flow, item, key }) => sql`(${flow}, ${item}, ${key})`)
  await sql`delete from flow.timers where district = ${district} and leased_until = ${leaseFrom(leasedAt)}::timestamptz
    and (flow, item, key) in (${sql.join(rows)})`.execute(connection)
}

/** Has a command sent about items of somebody who was erased, in the name of the system, as soon as timers ring. */
export async function setErased(
  connection: Connection,
  { district, flow, command }: Pick<DueTimer, 'district' | 'flow' | 'command'>,
  items: readonly string[],
  now: Temporal.Instant,
): Promise<void> {
  if (items.length === 0) return
  const rows = items.map(
    (id) => sql`(${district}, ${flow}, ${id}, 'erased', ${now.toString()}::timestamptz, ${command}, '{}'::jsonb)`,
  )
  await sql`insert into flow.timers (district, flow, item, key, at, command, input) values ${sql.join(rows)}
    on conflict (district, flow, item, key) do nothing`.execute(connection)
}

/** Whether the timer is still set: somebody may have been quicker. */
export async function isSet(connection: Connection, { district, flow, item, key }: DueTimer): Promise<boolean> {
  const { rows } = await sql`
    select 1 from flow.timers where district = ${district} and flow = ${flow} and item = ${item} and key = ${key}`.execute(
    connection,
  )
  return rows.length > 0
}

/** The earliest moment at which a timer of the district is to be sent; one that another process has in hand, when its lease is over. */
export async function nextTimer(connection: Connection, district: string): Promise<Temporal.Instant | undefined> {
  const { rows } = await sql<{
    at: Date | null
  }>`select min(greatest(at, leased_until)) as at from flow.timers where district = ${district}`.execute(connection)
  return rows[0]?.at ? Temporal.Instant.fromEpochMilliseconds(rows[0].at.getTime()) : undefined
}

/** Puts a timer off that the flow refused: the fault is reported, and others are not kept waiting. */
export async function postpone(
  connection: Connection,
  { district, flow, item, key }: DueTimer,
  until: Temporal.Instant,
): Promise<void> {
  await sql`update flow.timers set leased_until = ${until.toString()}::timestamptz
    where district = ${district} and flow = ${flow} and item = ${item} and key = ${key}`.execute(connection)
}
