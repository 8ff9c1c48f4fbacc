import { sql } from 'kysely'
import { newId } from '../../database/ids.ts'
import type { Connection } from '../../database/open.ts'
import { givePost } from '../../people/admin/store/posts.ts'
import { type PostRow, postsFrom } from '../../people/posts.ts'
import { raiseRules } from '../rules.ts'
import { endOf } from './shapes.ts'

interface Due {
  id: string
  grid: string
  receiver: string
  on: string
}

/**
 * Gives each new grid that begins by a day the posts of the grid that it was part of, as they are by then: whoever's post is over does not come
 * back, and whoever came meanwhile is there too. A role that somebody was given at the new grid is theirs from the day on which
 * they begin; until then whoever has it at the old one has it. Gives how many posts those are.
 */
export async function takePostsAlong(connection: Connection, district: string, day: string): Promise<number> {
  if ((await dueBy(connection, district, day)).length === 0) return 0
  // Whoever changes posts meanwhile waits; and of two who come at once, the second finds nothing more to do.
  await raiseRules(connection, district)
  let count = 0
  for (const { id, grid, receiver, on } of await dueBy(connection, district, day)) {
    for (const { id: copyOf, ends, standInFor, ...post } of await toCopy(connection, district, { grid, receiver, on })) {
      const more = { id: newId(), unit: receiver, ends: ends ?? null, standInFor: standInFor ?? null, copyOf }
      await givePost(connection, district, { ...post, ...more })
      count += 1
    }
    await sql`update place.redrawings set posts_due = false where district = ${district} and id = ${id}`.execute(connection)
  }
  return count
}

/** Since when a grid is to be divided whose posts have yet to be copied; nothing where none are. */
export async function postsDueFrom(connection: Connection, district: string, grid: string): Promise<string | undefined> {
  const { rows } = await sql<{ on: string }>`
    select holds_from::text as "on" from place.redrawings where district = ${district} and grid = ${grid} and posts_due
    order by holds_from desc limit 1`.execute(connection)
  return rows[0]?.on
}

async function dueBy(connection: Connection, district: string, day: string): Promise<Due[]> {
  const { rows } = await sql<Due>`
    select id, grid, receiver, holds_from::text as "on" from place.redrawings
    where district = ${district} and posts_due and holds_from <= ${day}::date order by holds_from, at, id`.execute(connection)
  return rows
}

/** The posts to be copied to a new grid: each until it ends, somebody is given its role there, or the new grid has an end of its own. */
async function toCopy(connection: Connection, district: string, { grid, receiver, on }: Omit<Due, 'id'>): Promise<PostRow[]> {
  const given = Map.groupBy(await postsFrom(connection, district, receiver, on), ({ role }) => role)
  const last = await endOf(connection, district, receiver)
  return (await postsFrom(connection, district, grid, on)).flatMap((post) => {
    const ends = firstOf([post.ends, last, ...(given.get(post.role) ?? []).map(({ starts }) => starts)])
    return ends === undefined ? [post] : post.starts < ends ? [{ ...post, ends }] : []
  })
}

const firstOf = (days: readonly (string | undefined)[]): string | undefined =>
  days.filter((day) => day !== undefined).toSorted()[0]
