import { sql } from 'kysely'
import type { Connection } from '#kernel/database/open.ts'
import { namesAt } from '#kernel/place/store/find.ts'
import { allEntries } from '#kernel/register/store.ts'
import { dayOf } from '#kernel/time/zone.ts'
import { words } from '#kernel/words.ts'
import type { Committee } from '../contract/entries.ts'
import type { PublicCommittee, PublicPage, PublicResolution, PublicTask } from '../contract/public.ts'
import { membersOn } from '../members.ts'
import { committeeRegister } from '../registers/committees.ts'
import { committeeKindRegister } from '../registers/kinds.ts'
import { isOverdue } from '../tasks/show.ts'

const size = 50

/** What everybody may know: which committees stand and who sits there, when they meet next, and a page of what was resolved in public. */
export async function publicPage(
  connection: Connection,
  district: string,
  { now, committee, after }: { now: Temporal.Instant; committee: string | undefined; after: string | undefined },
): Promise<PublicPage> {
  const committees = await standing(connection, district, now)
  const codes = committees
    .filter(({ code }) => code === committee)
    .flatMap(({ code, special }) => [code, ...special.map((one) => one.code)])
  const of = committee === undefined ? sql`` : sql`and committee = any (${codes})`
  const beyond = sql`and (decided_on, number) < (select decided_on, number from committees.public_resolutions where district = ${district} and number = ${after})`
  const { rows } = await sql<Omit<PublicResolution, 'tasks'>>`
    select number, committee_name as "committeeName", subject, text, decided_on::text as "decidedOn"
    from committees.public_resolutions where district = ${district} ${of} ${after === undefined ? sql`` : beyond}
    order by decided_on desc, number desc limit ${sql.lit(size + 1)}`.execute(connection)
  const page = rows.slice(0, size)
  const numbers = page.map(({ number }) => number)
  const tasks = await tasksOf(connection, district, { numbers, now })
  return {
    committees,
    resolutions: page.map((one) => ({ ...one, tasks: tasks.get(one.number) ?? [] })),
    more: rows.length > size,
  }
}

/** The governance committees that stand, with the special ones under each. */
async function standing(connection: Connection, district: string, now: Temporal.Instant): Promise<PublicCommittee[]> {
  const day = dayOf(now)
  const entries = [...(await allEntries(connection, committeeRegister, district, { standingOn: day })).values()].map(
    ({ entry }) => entry,
  )
  const kinds = await allEntries(connection, committeeKindRegister, district)
  const units = await namesAt(connection, district, [...new Set(entries.map(({ unit }) => unit))], day)
  const coming = await comingMeetings(connection, district, now)
  const shown = (committee: Committee) => {
    const { code, name } = committee
    const next = coming.get(code)
    const members = membersOn(committee, day).map(({ name: called, organisation, office }) => ({
      name: called,
      organisation,
      office,
    }))
    return { code, name, members, ...(next && { next }) }
  }
  return entries
    .filter(({ sort }) => sort === 'governance')
    .map((committee) => ({
      ...shown(committee),
      ...{ unit: committee.unit, unitName: units.get(committee.unit) ?? committee.unit },
      special: entries
        .filter(({ parent }) => parent === committee.code)
        .map((one) => ({ ...shown(one), kind: kinds.get(one.kind ?? '')?.entry.name ?? words(one.name, one.name) })),
    }))
}

/** The next meeting of each committee that has called one. */
async function comingMeetings(connection: Connection, district: string, now: Temporal.Instant) {
  const { rows } = await sql<{ committee: string; starts_at: Date; venue: string }>`
    select distinct on (committee) committee, starts_at, venue from committees.public_meetings
    where district = ${district} and starts_at > ${now.toString()}::timestamptz order by committee, starts_at, id limit 500`.execute(
    connection,
  )
  return new Map(rows.map(({ committee, starts_at, venue }) => [committee, { startsAt: starts_at.toISOString(), venue }]))
}

/** The tasks of some public resolutions, by number, the next limit first. */
async function tasksOf(
  connection: Connection,
  district: string,
  { numbers, now }: { numbers: readonly string[]; now: Temporal.Instant },
): Promise<Map<string, PublicTask[]>> {
  const { rows } = await sql<Omit<PublicTask, 'overdue'> & { number: string }>`
    select number, subject, holder_name as "holderName", state, limit_on as limit from committees.public_tasks
    where district = ${district} and number = any (${[...numbers]}) order by limit_on, id`.execute(connection)
  const byNumber = Map.groupBy(rows, ({ number }) => number)
  return new Map(
    [...byNumber].map(([number, some]) => [
      number,
      some.map(({ number: _, ...task }) => ({ ...task, overdue: isOverdue(task, now) })),
    ]),
  )
}
