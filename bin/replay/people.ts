import { sql } from 'kysely'
import type { Database } from '#kernel/database/open.ts'
import { within } from '#kernel/database/within.ts'
import type { Post } from '#kernel/people/actor.ts'
import { startSession } from '#kernel/people/sessions.ts'
import type { Clock } from '#kernel/time/clock.ts'
import { dayOf } from '#kernel/time/zone.ts'

/**
 * Cookies for whoever is at a post. Sessions are started in the database, since hundreds of people would otherwise type their
 * passwords some ten thousand times in simulated years; everything else goes through the interface.
 */
export function peopleAtPosts(database: Database, district: string, clock: Clock) {
  const kept = new Map<string, { cookie: Promise<string | undefined>; until: number }>()

  async function signIn({ role, unit }: Post): Promise<string | undefined> {
    const day = dayOf(clock())
    return within(database, { as: 'command', district }, async (connection) => {
      const { rows } = await sql<{ account: string; id: string }>`
        select account, id from people.posts where district = ${district} and role = ${role} and unit = ${unit}
          and starts <= ${day}::date and (ends is null or ends > ${day}::date) order by stand_in_for nulls last, id limit 1`.execute(
        connection,
      )
      const [row] = rows
      return (
        row &&
        startSession(connection, district, { account: row.account, kind: 'staff', post: row.id, device: 'replay' }, clock())
      )
    })
  }

  return (post: Post): Promise<string | undefined> => {
    const key = `${post.role}@${post.unit}`
    const before = kept.get(key)
    if (before && before.until > clock().epochMilliseconds) return before.cookie
    const cookie = signIn(post)
    kept.set(key, { cookie, until: clock().epochMilliseconds + 11 * 3_600_000 })
    return cookie
  }
}
export type PeopleAtPosts = ReturnType<typeof peopleAtPosts>
