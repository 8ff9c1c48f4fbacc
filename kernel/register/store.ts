import { type RawBuilder, sql } from 'kysely'
import type { Static, TSchema } from 'typebox'
import { writeMany } from '../database/many.ts'
import type { Connection } from '../database/open.ts'
import type { Standing } from './change.ts'
import { columnsBeside, type Register } from './define.ts'

export interface Kept<Entry> extends Standing<Entry> {
  key: string
}

/** As it was read: with the unit that it belongs to, if the register's entries do. */
export interface Read<Entry> extends Kept<Entry> {
  owner: string | null
}

interface Row {
  key: string
  entry: unknown
  version: number
  ends: string | null
  tip: string
  owner: string | null
}

const columnsOf = ({ keptIn, belongsTo, filters = [] }: Pick<Register, 'keptIn' | 'belongsTo' | 'filters'>) => {
  const owner =
    belongsTo === undefined
      ? sql`null::text`
      : filters.includes(belongsTo)
        ? sql.id(belongsTo)
        : sql`${sql.id(keptIn.entry)}->>${sql.lit(belongsTo)}`
  return sql`${sql.id(keptIn.key)} as key, ${sql.id(keptIn.entry)} as entry, version, ends::text as ends, tip, ${owner} as owner`
}
const tableOf = ({ keptIn }: Pick<Register, 'keptIn'>) => sql.id(keptIn.schema, keptIn.table)

/** Which entries a list has. */
interface Asked {
  text?: string | undefined
  /** Entries that have ended by this day are left out. */
  standingOn?: string | undefined
  /** What its columns must be; of those that it can be asked by. */
  columns?: Readonly<Record<string, string>> | undefined
}

/** Which of them, and from where on. */
export interface EntryFilter extends Asked {
  after?: string | undefined
  limit: number
}

/** One page of a register, by key. */
export async function listEntries<Schema extends TSchema, Facts>(
  connection: Connection,
  register: Register<Schema, Facts>,
  district: string,
  { after, limit, ...asked }: EntryFilter,
): Promise<Read<Static<Schema>>[]> {
  const key = sql.id(register.keptIn.key)
  const conditions = [...conditionsOf(register, district, asked), ...(after === undefined ? [] : [sql`${key} > ${after}`])]
  const { rows } = await sql<Row>`
    select ${columnsOf(register)} from ${tableOf(register)} where ${sql.join(conditions, sql` and `)}
    order by ${key} limit ${limit}`.execute(connection)
  return rows.map((row) => ({ ...row, entry: register.parse(row.entry) }))
}

/** How many entries a list has, on all its pages. */
export async function countEntries<Schema extends TSchema, Facts>(
  connection: Connection,
  register: Register<Schema, Facts>,
  district: string,
  asked: Asked,
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from ${tableOf(register)}
    where ${sql.join(conditionsOf(register, district, asked), sql` and `)}`.execute(connection)
  return rows[0]?.count ?? 0
}

function conditionsOf<Schema extends TSchema, Facts>(
  register: Register<Schema, Facts>,
  district: string,
  { text, standingOn, columns = {} }: Asked,
): RawBuilder<unknown>[] {
  const { key, entry } = register.keptIn
  const pattern = text === undefined ? '' : `%${text.replaceAll(/[\\%_]/g, '\\$&')}%`
  const places = [
    sql`${sql.id(key)} ilike ${pattern}`,
    ...register.searched.map((field) => sql`${sql.id(entry)} #>> ${field.split('.')}::text[] ilike ${pattern}`),
  ]
  return [
    sql`district = ${district}`,
    ...(standingOn === undefined ? [] : [sql`(ends is null or ends > ${standingOn}::date)`]),
    ...Object.entries(columns).map(([name, value]) => sql`${sql.id(name)} = ${value}`),
    ...(text === undefined ? [] : [sql`(${sql.join(places, sql` or `)})`]),
  ]
}

/** The most entries that a register is read with at once, for its rules and its sheets. */
const mostEntries = 20_000

/**
 * The whole register of a district, ended entries too, by key; or all that is asked for. An error where it has outgrown that,
 * rather than a part of it.
 */
export async function allEntries<Schema extends TSchema, Facts>(
  connection: Connection,
  register: Register<Schema, Facts>,
  district: string,
  asked: Omit<EntryFilter, 'after' | 'limit'> = {},
): Promise<Map<string, Read<Static<Schema>>>> {
  const rows = await listEntries(connection, register, district, { ...asked, limit: mostEntries + 1 })
  if (rows.length > mostEntries) throw new Error(`${register.name} of ${district} has more than ${mostEntries} entries`)
  return new Map(rows.map((row) => [row.key, row]))
}

export async function entryAt<Schema extends TSchema, Facts>(
  connection: Connection,
  register: Register<Schema, Facts>,
  district: string,
  key: string,
): Promise<Read<Static<Schema>> | undefined> {
  const { rows } = await sql<Row>`
    select ${columnsOf(register)} from ${tableOf(register)} where district = ${district} and ${sql.id(register.keptIn.key)} = ${key}`.execute(
    connection,
  )
  return rows[0] && { ...rows[0], entry: register.parse(rows[0].entry) }
}

/** Keeps an entry to this transaction until it ends: what goes by it is decided by one after the other. */
export async function holdEntry<Schema extends TSchema, Facts>(
  connection: Connection,
  register: Register<Schema, Facts>,
  district: string,
  key: string,
): Promise<void> {
  await sql`select from ${tableOf(register)} where district = ${district} and ${sql.id(register.keptIn.key)} = ${key}
    for no key update`.execute(connection)
}

/** Writes entries as they now are, with their columns as these follow from what is known now. */
export async function keepEntries<Schema extends TSchema, Facts>(
  connection: Connection,
  register: Register<Schema, Facts>,
  district: string,
  kept: readonly Kept<Static<Schema>>[],
  facts: Facts,
): Promise<void> {
  const { keptIn } = register
  const rows = kept.map(({ key, entry, version, ends, tip }) => ({
    ...{ district, [keptIn.key]: key, [keptIn.entry]: entry, version, ends, tip },
    ...columnsBeside(register, entry, facts),
  }))
  await writeMany(connection, keptIn.schema, keptIn.table, rows, ['district', keptIn.key])
}

/** What stands in the columns of a register's entries that are drawn from them alone, by key, as JSON says it. */
export async function drawnColumns<Schema extends TSchema, Facts>(
  connection: Connection,
  { keptIn }: Register<Schema, Facts>,
  district: string,
  names: readonly string[],
): Promise<Map<string, unknown>> {
  const pairs = names.flatMap((name) => [sql.lit(name), sql.id(name)])
  const { rows } = await sql<{ key: string; drawn: unknown }>`
    select ${sql.id(keptIn.key)} as key, jsonb_build_object(${sql.join(pairs)}) as drawn
    from ${tableOf({ keptIn })} where district = ${district}`.execute(connection)
  return new Map(rows.map(({ key, drawn }) => [key, drawn]))
}
