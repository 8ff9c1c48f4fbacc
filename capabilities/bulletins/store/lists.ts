import { sql } from 'kysely'
import type { Connection } from '#kernel/database/open.ts'
import type { Place } from '#kernel/place/routing.ts'
import type { Bulletin } from '../contract/item.ts'
import { bulletinFlow } from '../flow.ts'

const size = 30
/** So many a door or first page shows at most. */
const mostShown = 20

interface Asked {
  running: boolean
  /** Only what this unit signed, or what concerns it. */
  unit?: string | undefined
  after?: string | undefined
}

/** A page of bulletins, the latest first: those that run or are to come, or those that are over or taken back. */
export async function listBulletins(
  connection: Connection,
  district: string,
  { running, unit, after }: Asked,
): Promise<{ items: Bulletin[]; more: boolean }> {
  const states = running ? ['published'] : ['takenBack', 'over']
  const beyond = sql`and (published_at, id) < (select published_at, id from bulletins.bulletins where district = ${district} and id = ${after})`
  const { rows } = await sql<{ item: unknown }>`
    select item from bulletins.bulletins where district = ${district} and state = any (${states})
      ${unit === undefined ? sql`` : sql`and ${unit} = any (places)`} ${after === undefined ? sql`` : beyond}
    order by published_at desc, id desc limit ${sql.lit(size + 1)}`.execute(connection)
  return { items: rows.slice(0, size).map(({ item }) => bulletinFlow.parse(item)), more: rows.length > size }
}

/**
 * What runs or is to come at a place, the next first: for its building, estate or community, and inside of it. What was taken back
 * is told as long as it would have run, for whoever read it before.
 */
export async function bulletinsAt(
  connection: Connection,
  district: string,
  place: Place,
  now: Temporal.Instant,
): Promise<Bulletin[]> {
  const { rows } = await sql<{ item: unknown }>`
    select item from bulletins.bulletins where district = ${district} and until_at > ${now.toString()}::timestamptz
      and state in ('published', 'takenBack') and (concerns && ${above(place)}::text[] or ${self(place)} = any (around))
    order by until_at, id limit ${sql.lit(mostShown)}`.execute(connection)
  return rows.map(({ item }) => bulletinFlow.parse(item)).toSorted((one, other) => one.from.localeCompare(other.from))
}

/** What a place is known by here: a grid by its community. */
const self = (place: Place): string => (place.type === 'unit' ? place.unit.code : place.grid.community)

const above = (place: Place): string[] =>
  place.type === 'grid'
    ? [place.grid.community]
    : [place.unit.code, place.unit.parent, place.unit.community].filter((code) => code !== undefined)
