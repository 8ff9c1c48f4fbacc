import { sql } from 'kysely'
import type { Connection, Database } from '#kernel/database/open.ts'
import { lookInto, type Scope, within } from '#kernel/database/within.ts'
import { type Actor, sightOf } from '#kernel/people/actor.ts'
import { namelessOf, residentOf } from '#kernel/people/nameless.ts'
import { cast, staffNames } from '../matrix/cast.ts'
import { tablesByDistrict } from '../tables.ts'
import { asking } from './ask.ts'
import { publicColumns, publicFlows, readersOf } from './expected.ts'
import { type Judged, judgedFlows, unjudged } from './flows.ts'

interface Item {
  id: string
  flow: Judged
  kept: unknown
}

/** A column in which ids of items stand. */
interface Column {
  table: string
  name: string
  isList: boolean
}

/**
 * Statements by hand as who reads: of every table in which ids of items stand, in whatever column, everybody gets those of the items that
 * their flow lets them see, and no others; and of the flows' own tables all of these. Asked as each post, as each resident to whom something
 * belongs, with an account or without, and as somebody to whom nothing does. Then once more as they look into one item: of its parts
 * nobody gets another's.
 */
export async function probePosts(database: Database, district: string) {
  const { asked, given } = asking(database)
  const { wrong } = asked
  wrong.push(...unjudged().map((path) => `${path}: nobody says here who sees its items`))
  const owner: Scope = { as: 'owner', district }
  const items = await within(database, owner, (connection) => itemsOf(connection, district))
  const columns = await within(database, owner, (connection) => columnsOfItems(connection, district, items))
  const known = new Map(items.flatMap(({ id }) => [[id, id] as const, [namelessOf(id), id] as const]))
  const parties = [...new Set(items.flatMap(({ flow, kept }) => flow.parties(kept)))]
  const posts = staffNames.map((name): Actor => {
    const [role, unit] = cast[name]
    return { district, id: `cast-${name.replaceAll(' ', '-')}`, name, role, unit: unit || district }
  })
  const actors = [...posts, ...[...parties, 'nobody at all'].map((party) => residentOf(district, party))]

  for (const actor of actors) {
    const who = actor.role === 'resident' ? `resident ${actor.id}` : actor.name
    const mine = items.filter(({ flow, kept }) => flow.sees(actor, kept))
    const scope: Scope = { as: 'read', district, sight: sightOf(actor) }
    const idsIn = async ({ table, name, isList }: Column, look?: (connection: Connection) => Promise<void>) => {
      const value = isList ? `unnest(${name})` : `${name}::text`
      const values = await given(scope, `select distinct ${value} as given from ${table} where district = '${district}'`, look)
      return new Set(values.flatMap((one) => known.get(one) ?? []))
    }
    for (const column of columns) {
      const at = `${column.table}.${column.name}`
      const isOwn = judgedFlows.find(({ path }) => at === `${path}.${path}.id`)
      if (publicColumns.has(at) || readersOf[at]?.includes(actor.role)) continue
      const allowed = new Set(mine.map(({ id }) => id))
      const found = await idsIn(column)
      const others = [...found].filter((id) => !allowed.has(id))
      if (others.length > 0 && !(isOwn && publicFlows.has(isOwn.path)))
        wrong.push(`${at}: ${who} reads of ${others.length} items that are not theirs to see`)
      const missed = isOwn ? mine.filter(({ id, flow }) => flow === isOwn && !found.has(id)) : []
      if (missed.length > 0) wrong.push(`${at}: ${who} does not get ${missed.length} items that they see`)
    }
    const [one] = mine
    if (!one) continue
    for (const column of columns.filter(({ name }) => name === 'item')) {
      const others = [...(await idsIn(column, (connection) => lookInto(connection, one.id)))].filter((id) => id !== one.id)
      // What they are told of themselves is theirs at any time.
      const beyond = others.filter((id) => !mine.some((item) => item.id === id))
      const at = `${column.table}.${column.name}`
      if (beyond.length > 0 && !readersOf[at]?.includes(actor.role))
        wrong.push(`${at}: ${who}, who looks into one item, reads of ${beyond.length} that are not theirs to see`)
    }
  }
  return { ...asked, items: items.length, actors: actors.length, columns: columns.length }
}

async function itemsOf(connection: Connection, district: string): Promise<Item[]> {
  const items: Item[] = []
  for (const flow of judgedFlows) {
    const { rows } = await sql<{ id: string; kept: unknown }>`
      select id, item as kept from ${sql.table(`${flow.path}.${flow.path}`)} where district = ${district}`.execute(connection)
    items.push(...rows.map(({ id, kept }) => ({ id, flow, kept })))
  }
  return items
}

/** The columns of the district's tables in which an id of an item stands, or what somebody without an account is called by one. */
async function columnsOfItems(connection: Connection, district: string, items: readonly Item[]): Promise<Column[]> {
  const tables = await tablesByDistrict(connection)
  const { rows } = await sql<{ table: string; name: string; isList: boolean }>`
    select format('%I.%I', table_schema, table_name) as table, format('%I', column_name) as name, data_type = 'ARRAY' as "isList"
    from information_schema.columns where data_type in ('text', 'uuid') or udt_name = '_text' order by 1, 2`.execute(connection)
  const ids = items.flatMap(({ id }) => [id, namelessOf(id)])
  const found: Column[] = []
  for (const column of rows.filter(({ table }) => tables.includes(table))) {
    const value = sql.raw(column.isList ? column.name : `array[${column.name}::text]`)
    const { rows: some } = await sql`
      select 1 from ${sql.raw(column.table)} where district = ${district} and ${value} && ${ids}::text[] limit 1`.execute(
      connection,
    )
    if (some.length > 0) found.push(column)
  }
  return found
}
