import { sql } from 'kysely'
import type { Connection } from '#kernel/database/open.ts'
import { within } from '#kernel/database/within.ts'
import type { House } from '#kernel/flow/house.ts'
import { noticeWrites, type Told } from '#kernel/record/store/notices.ts'
import { dayOf } from '#kernel/time/zone.ts'
import { reminderOn, reminderWords } from '../reminders.ts'

/** How many groups are looked at in one statement. */
const atOnce = 100

/**
 * Tells the posts that keep a group, and its community, that the group's code is about to expire: a week and a day before, each post once
 * each. What a notice is named by says for which code and which reminder it is, so that a second round writes no second one. Gives how
 * many were told.
 */
export function reminding({ database, clock }: House): (district: string) => Promise<number> {
  return (district) =>
    within(database, { as: 'command', district }, async (connection) => {
      const now = clock()
      const day = dayOf(now)
      let told = 0
      for (let after = '', full = true; full; ) {
        const groups = await expiring(connection, district, day, after)
        const posts = await postsAt(connection, district, groups, day)
        const notices = groups.flatMap((group) => noticesOf(group, posts, { day, at: now.toString() }))
        for (const write of noticeWrites(district, notices))
          told += Number((await write.execute(connection)).numAffectedRows ?? 0)
        full = groups.length === atOnce
        after = groups.at(-1)?.grid ?? ''
      }
      return told
    })
}

interface Expiring {
  grid: string
  name: string
  community: string
  until: string
}
interface PostAt {
  role: string
  unit: string
}

/** The groups whose code expires within a week, by their grid. */
async function expiring(connection: Connection, district: string, day: string, after: string): Promise<Expiring[]> {
  const { rows } = await sql<Expiring>`
    select grid, kept->>'name' as name, community, invitation_until::text as until from grids.groups
    where district = ${district} and grid > ${after} and (ends is null or ends > ${day}::date)
      and invitation_until >= ${day}::date and invitation_until <= ${day}::date + 7
    order by grid limit ${atOnce}`.execute(connection)
  return rows
}

/** The posts that somebody has at the grids of some groups, and at their communities. */
async function postsAt(connection: Connection, district: string, groups: readonly Expiring[], day: string): Promise<PostAt[]> {
  const units = groups.flatMap(({ grid, community }) => [grid, community])
  const { rows } = await sql<PostAt>`
    select distinct role, unit from people.posts where district = ${district} and unit = any (${units}::text[])
      and role in ('gridWorker', 'gridLeader', 'steward', 'communitySecretary', 'communityWorker')
      and starts <= ${day}::date and (ends is null or ends > ${day}::date)`.execute(connection)
  return rows
}

function noticesOf(
  { grid, name, community, until }: Expiring,
  posts: readonly PostAt[],
  { day, at }: { day: string; at: string },
) {
  const days = reminderOn(until, day)
  if (days === undefined) return []
  return posts
    .filter(({ unit }) => unit === grid || unit === community)
    .map(({ role, unit }): Told => {
      const recipient = `${role}@${unit}`
      // A steward reads the group where residents do: the register is for those who work with it.
      const keeps = role !== 'steward'
      const flow = keeps ? 'gridGroup' : 'gridCard'
      const words = reminderWords(name, until, day, keeps)
      return { id: `code of ${grid} until ${until}, ${days}: ${recipient}`, recipient, item: grid, flow, words, at }
    })
}
