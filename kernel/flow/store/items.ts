import { type RawBuilder, sql } from 'kysely'
import type { Connection } from '../../database/open.ts'
import type { AnyItem } from '../command.ts'
import type { Column, Flow } from '../define.ts'

/** An item with the hash of its last event, to which the next is chained. */
export interface Kept<Item> {
  item: Item
  tip: string
}

const tableOf = ({ path }: { path: string }) => sql.id(path, path)

/** The items of these ids that this transaction may see. */
export async function findItems<Item extends AnyItem, Facts>(
  connection: Connection,
  flow: Flow<Item, Facts>,
  district: string,
  ids: readonly string[],
): Promise<Kept<Item>[]> {
  const { rows } = await sql<{ item: unknown; tip: string }>`
    select item, tip from ${tableOf(flow)} where district = ${district} and id = any (${ids}) order by id`.execute(connection)
  return rows.map(({ item, tip }) => ({ item: flow.parse(item), tip }))
}

/** The same, and until the transaction ends nobody else can change them. Locked in the order of their ids. */
export async function lockItems<Item extends AnyItem, Facts>(
  connection: Connection,
  flow: Flow<Item, Facts>,
  district: string,
  ids: readonly string[],
): Promise<Kept<Item>[]> {
  const { rows } = await sql<{ item: unknown; tip: string }>`
    select item, tip from ${tableOf(flow)} where district = ${district} and id = any (${ids}) order by id for update`.execute(
    connection,
  )
  return rows.map(({ item, tip }) => ({ item: flow.parse(item), tip }))
}

/** The write that keeps an item as it now is, with the columns drawn from it. */
export function keepItem<Item extends AnyItem, Facts>(flow: Flow<Item, Facts>, item: Item, tip: string): RawBuilder<unknown> {
  if (item.version !== 1) return redrawItem(flow, item, tip)
  const fields = fieldsOf(flow, item, tip)
  const names = ['district', 'id', ...fields.map(([name]) => name)].map((name) => sql.id(name))
  const values = [sql`${item.district}`, sql`${item.id}`, ...fields.map(([, value]) => value)]
  return sql`insert into ${tableOf(flow)} (${sql.join(names)}) values (${sql.join(values)})`
}

/** The write that draws anew the row of an item that is there. */
export function redrawItem<Item extends AnyItem, Facts>(flow: Flow<Item, Facts>, item: Item, tip: string): RawBuilder<unknown> {
  const changes = fieldsOf(flow, item, tip).map(([name, value]) => sql`${sql.id(name)} = ${value}`)
  return sql`update ${tableOf(flow)} set ${sql.join(changes)} where district = ${item.district} and id = ${item.id}`
}

const fieldsOf = <Item extends AnyItem, Facts>(
  flow: Flow<Item, Facts>,
  item: Item,
  tip: string,
): [string, RawBuilder<unknown>][] => [
  ['version', sql`${item.version}::integer`],
  ['state', sql`${item.state}`],
  ['item', sql`${JSON.stringify(item)}::jsonb`],
  ['places', sql`${flow.places(item)}::text[]`],
  ['parties', sql`${flow.parties(item)}::text[]`],
  ['tip', sql`${tip}`],
  ...Object.entries(flow.columns(item)).map(([name, value]): [string, RawBuilder<unknown>] => [name, columnValue(value)]),
]

/** The same row as plain values, for many at once: a point is written as PostGIS reads it. */
export const itemRow = <Item extends AnyItem, Facts>(
  flow: Flow<Item, Facts>,
  item: Item,
  tip: string,
): Record<string, unknown> => ({
  ...{ district: item.district, id: item.id, version: item.version, state: item.state, item, tip },
  ...{ places: flow.places(item), parties: flow.parties(item) },
  ...Object.fromEntries(Object.entries(flow.columns(item)).map(([name, value]) => [name, plainValue(value)])),
})

function plainValue(value: Column): unknown {
  if (value === null || typeof value !== 'object' || !('point' in value)) return value
  return value.point && `SRID=4326;POINT(${value.point.join(' ')})`
}

function columnValue(value: Column): RawBuilder<unknown> {
  if (value === null || typeof value !== 'object') return sql`${value}`
  if (!('point' in value)) return sql`${value}::text[]`
  if (value.point === null) return sql`null`
  const [longitude, latitude] = value.point
  return sql`st_setsrid(st_makepoint(${longitude}, ${latitude}), 4326)`
}
