import { type RawBuilder, sql } from 'kysely'
import { dayOf } from '#kernel/time/zone.ts'
import type { Meeting } from '../contract/meeting.ts'
import type { Task } from '../contract/task.ts'

/** The writes that let everybody read the public resolutions of a meeting whose minutes are signed. */
export const keepResolutions = ({ district, committee, committeeName, startsAt, agenda }: Meeting): RawBuilder<unknown>[] =>
  agenda.flatMap(({ subject, resolution }) => {
    if (!resolution?.public) return []
    const row = [district, resolution.number, committee, committeeName, subject, resolution.text]
    return [
      sql`insert into committees.public_resolutions (district, number, committee, committee_name, subject, text, decided_on)
        values (${sql.join(row)}, ${dayOf(Temporal.Instant.from(startsAt))}::date)`,
    ]
  })

/** The write that lets everybody read when and where a committee meets that is called, and takes it back once it is not to come any more. */
export const keepComing = ({ district, id, committee, startsAt, venue, state }: Meeting): RawBuilder<unknown>[] => [
  state === 'called'
    ? sql`insert into committees.public_meetings (district, id, committee, starts_at, venue)
        values (${district}, ${id}, ${committee}, ${startsAt}::timestamptz, ${venue})
        on conflict (district, id) do update set starts_at = excluded.starts_at, venue = excluded.venue`
    : sql`delete from committees.public_meetings where district = ${district} and id = ${id}`,
]

/** The write that lets everybody read how far a task of a public resolution is. Those that stood before there was the mark have only their row. */
export const keepTask = ({ district, id, number, subject, holderName, state, limit, public: is }: Task): RawBuilder<unknown>[] =>
  is
    ? [
        sql`insert into committees.public_tasks (district, id, number, subject, holder_name, state, limit_on)
          values (${district}, ${id}, ${number}, ${subject}, ${holderName}, ${state}, ${limit})
          on conflict (district, id) do update set state = excluded.state, limit_on = excluded.limit_on`,
      ]
    : [sql`update committees.public_tasks set state = ${state}, limit_on = ${limit} where district = ${district} and id = ${id}`]
