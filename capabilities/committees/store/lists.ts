import { sql } from 'kysely'
import type { Connection } from '#kernel/database/open.ts'
import { endOf, startOf } from '#kernel/time/zone.ts'
import type { Meeting } from '../contract/meeting.ts'
import type { Task } from '../contract/task.ts'
import { meetingFlow } from '../meetings/flow.ts'
import { taskFlow } from '../tasks/flow.ts'

const size = 50
const open = ['planned', 'called', 'held', 'minuted']

interface Asked {
  committee?: string | undefined
  /** In this state, whatever else would be listed. */
  state?: string | undefined
  /** Words that stand in it. */
  text?: string | undefined
  after?: string | undefined
}

/** What of a meeting, and of a task, is looked in for words. */
const meetingText = sql`concat_ws(' ', item->>'committeeName', item->>'venue', jsonb_path_query_array(item, '$.agenda[*].subject')::text)`
const taskText = sql`concat_ws(' ', item->>'subject', item->>'holderName', item->>'number', item->>'resolution')`
const holding = (text: string) => `%${text.trim().replaceAll(/[\\%_]/g, '\\$&')}%`

/** Whether a committee meets on a day, but for one meeting. */
export async function meetsOn(
  connection: Connection,
  district: string,
  { committee, day, but }: { committee: string; day: string; but: string },
): Promise<boolean> {
  const { rows } = await sql`
    select id from meetings.meetings where district = ${district} and committee = ${committee} and state <> 'cancelled'
      and id <> ${but} and starts_at >= ${startOf(day).toString()}::timestamptz and starts_at < ${endOf(day).toString()}::timestamptz
    limit 1`.execute(connection)
  return rows.length > 0
}

/** A page of the meetings that whoever reads may see, the latest first: those under way, or those that are over. */
export async function listMeetings(
  connection: Connection,
  district: string,
  { committee, after, state, text, over = false }: Asked & { over?: boolean },
): Promise<{ items: Meeting[]; more: boolean }> {
  const states = state !== undefined ? [state] : over ? ['signed', 'cancelled'] : open
  const beyond = sql`and (starts_at, id) < (select starts_at, id from meetings.meetings where district = ${district} and id = ${after})`
  const { rows } = await sql<{ item: unknown }>`
    select item from meetings.meetings where district = ${district} and state = any (${states})
      ${committee === undefined ? sql`` : sql`and committee = ${committee}`} ${after === undefined ? sql`` : beyond}
      ${text === undefined ? sql`` : sql`and ${meetingText} ilike ${holding(text)}`}
    order by starts_at desc, id desc limit ${sql.lit(size + 1)}`.execute(connection)
  return { items: rows.slice(0, size).map(({ item }) => meetingFlow.parse(item)), more: rows.length > size }
}

/** A page of the tasks that whoever reads may see, the next limit first: those under way, or all of a meeting, if nothing else is asked for. */
export async function listTasks(
  connection: Connection,
  district: string,
  {
    committee,
    after,
    state,
    text,
    closed = false,
    holder,
    meeting,
    before,
  }: Asked & { closed?: boolean; holder?: string | undefined; meeting?: string | undefined; before?: string | undefined },
): Promise<{ items: Task[]; more: boolean }> {
  const states =
    state !== undefined
      ? [state]
      : closed
        ? ['accepted']
        : before !== undefined
          ? ['assigned']
          : meeting === undefined
            ? ['assigned', 'done']
            : undefined
  const conditions = [
    sql`district = ${district}`,
    ...(states === undefined ? [] : [sql`state = any (${states})`]),
    ...(meeting === undefined ? [] : [sql`meeting = ${meeting}`]),
    ...(committee === undefined ? [] : [sql`committee = ${committee}`]),
    ...(text === undefined ? [] : [sql`${taskText} ilike ${holding(text)}`]),
    ...(holder === undefined ? [] : [sql`holder = ${holder}`]),
    ...(before === undefined ? [] : [sql`limit_on < ${before}`]),
    ...(after === undefined
      ? []
      : [sql`(limit_on, id) > (select limit_on, id from tasks.tasks where district = ${district} and id = ${after})`]),
  ]
  const { rows } = await sql<{ item: unknown }>`
    select item from tasks.tasks where ${sql.join(conditions, sql` and `)}
    order by limit_on, id limit ${sql.lit(size + 1)}`.execute(connection)
  return { items: rows.slice(0, size).map(({ item }) => taskFlow.parse(item)), more: rows.length > size }
}
