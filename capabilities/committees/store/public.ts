import { type RawBuilder, sql } from 'kysely'
import type { Connection } from '#kernel/database/open.ts'
import { dayOf } from '#kernel/time/zone.ts'
import type { Meeting, PublicPage } from '../contract/meeting.ts'

const size = 50

/** The writes that let everybody read the public resolutions of a meeting whose minutes are signed. */
export const keepPublic = ({ district, committee, committeeName, startsAt, agenda }: Meeting): RawBuilder<unknown>[] =>
  agenda.flatMap(({ subject, resolution }) => {
    if (!resolution?.public) return []
    const row = [district, resolution.number, committee, committeeName, subject, resolution.text]
    return [
      sql`insert into committees.public_resolutions (district, number, committee, committee_name, subject, text, decided_on)
        values (${sql.join(row)}, ${dayOf(Temporal.Instant.from(startsAt))}::date)`,
    ]
  })

/** What everybody may know: which governance committees stand, with their kinds, and a page of what was resolved in public. */
export async function publicPage(
  connection: Connection,
  district: string,
  { day, after }: { day: string; after: string | undefined },
): Promise<PublicPage> {
  const committees = await sql<PublicPage['committees'][number] & { parent: string | null; kind: string | null }>`
    select code, committee->>'name' as name, street as unit, committee->>'parent' as parent, kind from committees.committees
    where district = ${district} and (ends is null or ends > ${day}::date) order by code`.execute(connection)
  const kinds = await sql<{ code: string; name: string }>`
    select code, kind->'name'->>'zh' as name from committees.kinds where district = ${district}`.execute(connection)
  const named = new Map(kinds.rows.map(({ code, name }) => [code, name]))
  const beyond = sql`and (decided_on, number) < (select decided_on, number from committees.public_resolutions where district = ${district} and number = ${after})`
  const { rows } = await sql<PublicPage['resolutions'][number]>`
    select number, committee_name as "committeeName", subject, text, decided_on::text as "decidedOn"
    from committees.public_resolutions where district = ${district} ${after === undefined ? sql`` : beyond}
    order by decided_on desc, number desc limit ${sql.lit(size + 1)}`.execute(connection)
  return {
    committees: committees.rows
      .filter(({ parent }) => parent === null)
      .map(({ code, name, unit }) => ({
        ...{ code, name, unit },
        kinds: committees.rows.flatMap(({ parent, kind }) => (parent === code ? (named.get(kind ?? '') ?? []) : [])),
      })),
    resolutions: rows.slice(0, size),
    more: rows.length > size,
  }
}
