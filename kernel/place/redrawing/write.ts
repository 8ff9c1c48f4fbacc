import { sql } from 'kysely'
import { newId } from '../../database/ids.ts'
import type { Connection } from '../../database/open.ts'
import { takeOffWithGrid } from '../../people/admin/turns.ts'
import { endPostsAt } from '../../people/posts.ts'
import { dayOf } from '../../time/zone.ts'
import { raiseRules } from '../rules.ts'
import { writeGrids } from '../store/write.ts'
import type { DecidedRedrawing, Redrawing } from './contract.ts'
import type { Plan } from './plan.ts'
import { takePostsAlong } from './posts.ts'

/**
 * Carries out a change of boundaries, in one transaction, as the owner: each grid that changes keeps its old boundary until the day, so that
 * what is over stays where it was. Posts at a grid that ends end with it; a new one has those of the grid that it was part of, as they
 * are on the day, until somebody gives others.
 */
export async function redraw(
  connection: Connection,
  district: string,
  { asked, plan, by, now }: { asked: Redrawing; plan: Plan; by: string; now: Temporal.Instant },
): Promise<void> {
  const { on, to, grid, words, name } = asked
  const rows = plan.grids.map(({ grid: { parent, code, name, level, community, street }, shape }) => ({
    ...{ code, name, level, kind: 'base' as const, community, street, ...(parent !== null && { parent }) },
    boundary: shape.polygons,
  }))
  await writeGrids(connection, district, rows, on)
  await standUnder(connection, district, plan.follow, to, on)
  if (plan.ends !== undefined) await endGrid(connection, district, { grid: plan.ends, ends: on, now })
  const id = newId()
  await sql`
    insert into place.redrawings (district, id, at, by_name, grid, receiver, whole, holds_from, words, posts_due)
    values (${district}, ${id}, ${now.toString()}::timestamptz, ${by}, ${grid}, ${to}, ${plan.ends !== undefined}, ${on}::date, ${words}, ${name !== undefined})`.execute(
    connection,
  )
  await takePostsAlong(connection, district, dayOf(now))
  await raiseRules(connection, district)
}

/** Grids stand under another from a day on, with the boundary that they have. */
async function standUnder(connection: Connection, district: string, codes: readonly string[], parent: string, on: string) {
  if (codes.length === 0) return
  const those = sql`district = ${district} and code = any (${[...codes]}::text[])`
  await sql`update place.grids set parent = ${parent} where ${those} and ends is null and starts >= ${on}::date`.execute(
    connection,
  )
  const { rows } = await sql<{ code: string }>`
    update place.grids set ends = ${on}::date where ${those} and ends is null and starts < ${on}::date returning code`.execute(
    connection,
  )
  await sql`
    insert into place.grids (district, code, level, kind, name, parent, community, street, boundary, starts)
    select district, code, level, kind, name, ${parent}::text, community, street, boundary, ends from place.grids
    where district = ${district} and code = any (${rows.map(({ code }) => code)}::text[]) and ends = ${on}::date`.execute(
    connection,
  )
}

/** A grid ends, and with it the posts at it, and the turns of duty of whoever has no other. */
async function endGrid(connection: Connection, district: string, ending: Parameters<typeof takeOffWithGrid>[2]): Promise<void> {
  const { grid, ends } = ending
  await sql`update place.grids set ends = ${ends}::date where district = ${district} and code = ${grid} and ends is null`.execute(
    connection,
  )
  await takeOffWithGrid(connection, district, ending)
  await endPostsAt(connection, district, grid, ends)
}

const most = 100

/** What was decided about boundaries, the latest first. */
export async function decided(connection: Connection, district: string): Promise<DecidedRedrawing[]> {
  const { rows } = await sql<Row>`
    select id, at, by_name, grid, receiver, whole, holds_from::text as holds_from, words, moved, done_at from place.redrawings
    where district = ${district} order by at desc, id limit ${most}`.execute(connection)
  return rows.map(({ id, at, by_name, grid, receiver, whole, holds_from, words, moved, done_at }) => ({
    ...{ id, at: at.toISOString(), by: by_name, grid, to: receiver, whole, on: holds_from, words, moved },
    ...(done_at && { doneAt: done_at.toISOString() }),
  }))
}

interface Row {
  id: string
  at: Date
  by_name: string
  grid: string
  receiver: string
  whole: boolean
  holds_from: string
  words: string
  moved: number
  done_at: Date | null
}

/** The first change of boundaries that holds on a day and whose open cases have not all been looked at. */
export async function firstToDo(connection: Connection, district: string, day: string) {
  const { rows } = await sql<{ id: string; grid: string; receiver: string }>`
    select id, grid, receiver from place.redrawings where district = ${district} and done_at is null and holds_from <= ${day}::date
    order by holds_from, id limit 1`.execute(connection)
  return rows[0]
}

/** Notes how many went along with a change of boundaries; and, at the end, that all have been looked at. */
export const noteMoved = (connection: Connection, district: string, id: string, moved: number, doneAt?: Temporal.Instant) =>
  sql`update place.redrawings set moved = moved + ${moved}, done_at = ${doneAt?.toString() ?? null}::timestamptz
    where district = ${district} and id = ${id}`.execute(connection)
