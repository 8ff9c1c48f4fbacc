import { sql } from 'kysely'
import type { WorkAt } from '#kernel/people/admin/leaving.ts'
import type { Hangs } from '#kernel/place/admin/hanging.ts'
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

/** The stations to be that wait for a community's secretary, by their names. */
export const applicationsAtPost: WorkAt = async (connection, district, { role, unit }) => {
  if (role !== 'communitySecretary') return []
  const { rows } = await sql<{ name: string }>`
    select item->>'name' as name from applications.applications
    where district = ${district} and state in ('applied', 'visited', 'approved') and community = ${unit}
    order by applied_at, id limit 5000`.execute(connection)
  return rows.map(({ name }) => name)
}
