import { sql } from 'kysely'
import type { WorkAt } from '#kernel/people/admin/leaving.ts'
import type { Hangs } from '#kernel/place/admin/hanging.ts'
import { dayOf } from '#kernel/time/zone.ts'
import { words } from '#kernel/words.ts'
import { meetingFlow } from '../meetings/flow.ts'
import { waitsFor } from '../meetings/minutes.ts'

/**
 * What committees have at a unit: those of it that stand on its last day, minutes of theirs that are not signed, and tasks that it holds or
 * looks after and nobody has accepted.
 */
export const hangsOnCommittees: Hangs = async (connection, district, unit, ends) => {
  const committees = await sql<{ count: number }>`
    select count(*)::integer as count from committees.committees
    where district = ${district} and street = ${unit} and (ends is null or ends > ${ends}::date)`.execute(connection)
  const tasks = await sql<{ count: number }>`
    select count(*)::integer as count from tasks.tasks
    where district = ${district} and state in ('assigned', 'done') and (unit = ${unit} or holder = ${unit})`.execute(connection)
  const unsigned = await sql<{ count: number }>`
    select count(*)::integer as count from meetings.meetings
    where district = ${district} and state in ('held', 'minuted') and unit = ${unit}`.execute(connection)
  const count = {
    ...{ committees: committees.rows[0]?.count ?? 0, tasks: tasks.rows[0]?.count ?? 0 },
    unsigned: unsigned.rows[0]?.count ?? 0,
  }
  return [
    {
      what: 'committees',
      count: count.committees,
      words: words(`${count.committees} 个委员会`, `${count.committees} committees`),
    },
    {
      what: 'meetings',
      count: count.unsigned,
      words: words(`${count.unsigned} 次会议的纪要没有签完`, `${count.unsigned} meetings whose minutes are not signed`),
    },
    { what: 'tasks', count: count.tasks, words: words(`${count.tasks} 项议定事项`, `${count.tasks} tasks of committees`) },
  ]
}

/** The minutes that wait for a signature at a post, by committee and day. */
export const minutesAtPost: WorkAt = async (connection, district, { role, unit }) => {
  const post = { role, unit }
  const [sat, since] = [JSON.stringify({ members: [{ post }] }), JSON.stringify({ signers: [{ post }] })]
  const { rows } = await sql<{ item: unknown }>`
    select item from meetings.meetings
    where district = ${district} and state = 'minuted' and (item @> ${sat}::jsonb or item @> ${since}::jsonb)
    order by starts_at, id limit 5000`.execute(connection)
  return rows.flatMap(({ item }) => {
    const meeting = meetingFlow.parse(item)
    return meeting.state === 'minuted' && waitsFor(post, meeting)
      ? [`${meeting.committeeName} ${dayOf(Temporal.Instant.from(meeting.startsAt))}`]
      : []
  })
}

/** The numbers of the resolutions whose tasks wait at a post: to be done there, or to be accepted by the street. */
export const tasksAtPost: WorkAt = async (connection, district, { role, unit }) => {
  const accepts = role === 'streetDesk' ? sql`(state = 'done' and unit = ${unit})` : sql`false`
  const { rows } = await sql<{ number: string }>`
    select item->>'number' as number from tasks.tasks
    where district = ${district} and ((state = 'assigned' and holder = ${unit} and item->'holder'->>'role' = ${role}) or ${accepts})
    order by limit_on, id limit 5000`.execute(connection)
  return rows.map(({ number }) => number)
}
