import { sql } from 'kysely'
import type { WorkAt } from '#kernel/people/admin/leaving.ts'
import type { Hangs } from '#kernel/place/admin/hanging.ts'
import { dayOf } from '#kernel/time/zone.ts'
import { words } from '#kernel/words.ts'

/** What applications have at a community or street: those that wait for an answer there. */
export const hangsOnApplications: Hangs = async (connection, district, unit) => {
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from applications.applications
    where district = ${district} and state in ('applied', 'visited', 'approved') and (street = ${unit} or community = ${unit})`.execute(
    connection,
  )
  const count = rows[0]?.count ?? 0
  return [{ what: 'applications', count, words: words(`${count} 个驿站申请`, `${count} applications for stations`) }]
}

/**
 * The applications that wait for a community's secretary, by the day on which they came. What a resident calls their home is not for
 * whoever keeps the posts, nor for the trail.
 */
export const applicationsAtPost: WorkAt = async (connection, district, { role, unit }) => {
  if (role !== 'communitySecretary') return []
  const { rows } = await sql<{ at: Date }>`
    select applied_at as at from applications.applications
    where district = ${district} and state in ('applied', 'visited', 'approved') and community = ${unit}
    order by applied_at, id limit 5000`.execute(connection)
  return rows.map(({ at }) => `驿站申请 ${dayOf(at.toTemporalInstant())}`)
}
