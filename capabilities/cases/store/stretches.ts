import { sql } from 'kysely'
import type { Connection } from '#kernel/database/open.ts'
import { mayCount } from '#kernel/metric/mayCount.ts'
import { moment } from '#kernel/metric/measure.ts'
import type { Actor } from '#kernel/people/actor.ts'
import { roles } from '#kernel/people/roles.ts'
import { dayLength } from '#kernel/time/zone.ts'
import type { Cursor, Part } from './conditions.ts'
import { type Counted, caseKeeping } from './counted.ts'

/** A stretch of a window; `ids` are those of its cases that come into question, if not all do. */
export interface Stretch {
  from: Temporal.Instant
  to: Temporal.Instant
  ids?: readonly string[]
}

interface Window {
  counted?: Counted
  reportedFrom?: Temporal.Instant
  reportedTo?: Temporal.Instant
}

/**
 * The stretches of its window in which a list by a figure is read, one after the other from the latest: every case that comes into question is
 * asked whether the figure counts it. Of the first all do. Each next one is four times as long; for those who see the whole district, for whom the first
 * is as long as the latest cases took, tallies name the few that do, and where they are many, it is up to twice as long and all do. Any other list is read in one,
 * and so is what a limit runs on.
 */
export async function* stretchesOf(
  connection: Connection,
  { district, role }: Actor,
  { counted, reportedFrom, reportedTo }: Window,
  { part, after }: { part: Part; after?: Cursor | undefined },
): AsyncIterable<Stretch | undefined> {
  if (!counted || part === 'due' || !reportedFrom || !reportedTo) return yield undefined
  let to = after ? earlier(reportedTo, Temporal.Instant.from(after.key).add({ seconds: 1 })) : reportedTo
  const backBy = (days: number) => later(reportedFrom, to.subtract({ milliseconds: Math.ceil(days * dayLength) }))
  const isWhole = roles[role].sees === 'district'
  const begins = isWhole ? await daysOfLatest(connection, district, to) : shortest
  for (let days = begins, first = true; Temporal.Instant.compare(to, reportedFrom) > 0; first = false) {
    const sought = { ...counted, by: 'category', district, kept: caseKeeping, from: backBy(days * 4), to, most } as const
    const ids = isWhole && !first ? await mayCount(connection, sought) : undefined
    if (!first) days = ids || !isWhole ? days * 4 : Math.min(days * 2, longest)
    const from = backBy(days)
    if (ids) for (let place = 0; place < ids.length; place += atOnce) yield { from, to, ids: ids.slice(place, place + atOnce) }
    else yield { from, to }
    to = from
  }
}

/** Within how many days before a moment the last of so many cases was reported. */
async function daysOfLatest(connection: Connection, district: string, to: Temporal.Instant): Promise<number> {
  const { rows } = await sql<{ at: Date }>`
    select reported_at as at from cases.cases
    where district = ${district} and reported_at < ${moment(to)} and reported_at >= ${moment(to.subtract({ milliseconds: shortest * dayLength }))}
    order by reported_at desc, id desc offset ${asked} limit 1`.execute(connection)
  const [last] = rows
  return last ? Math.max(1, to.epochMilliseconds - last.at.getTime()) / dayLength : shortest
}

/** So many days are in the first stretch, or fewer where so many cases were reported in them. */
const [shortest, asked] = [2, 400]
/** So many days are at most in a stretch of which tallies name too many cases. */
const longest = 32
/** So many cases are worth naming, and so many of them are asked at once. */
const [most, atOnce] = [300, 100]

const earlier = (one: Temporal.Instant, other: Temporal.Instant) => (Temporal.Instant.compare(one, other) < 0 ? one : other)
const later = (one: Temporal.Instant, other: Temporal.Instant) => (Temporal.Instant.compare(one, other) > 0 ? one : other)
