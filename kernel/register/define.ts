import type { Static, TSchema } from 'typebox'
import { Compile } from 'typebox/compile'
import { contractOfKept } from '../contractOfKept.ts'
import { fieldsOf } from '../http/badInput.ts'
import type { Role } from '../people/roles.ts'
import type { Words } from '../words.ts'
import type { Fields } from './sheet/column.ts'

/** One thing that is wrong with an entry: which field, and why. */
export interface EntryFlaw {
  field: string
  because: Words
}

/** What a rule over the whole register may know: the other entries as they will be, and what the store found out. */
export interface Among<Entry, Facts> {
  /** All entries that stand after the change, by key; this one too. */
  entries: ReadonlyMap<string, Entry>
  facts: Facts
}

type Columns = Record<string, string | number | boolean | null>

/** What a capability says about things that stand: units, categories, stations, partners. */
interface Declaration<Schema extends TSchema, Facts> {
  /** Names it in events (`register:<name>`), and in the ids of what they are about. */
  name: string
  label: Words
  /** Its addresses: `/api/registers/<path>`. */
  path: string
  /**
   * Its table, with the names of the columns of key and entry. Beside these and `district` the table has `version integer not
   * null default 1`, `tip text not null default ''` and `ends date`.
   */
  keptIn: { schema: string; table: string; key: string; entry: string }
  entry: Schema
  /** How its fields are called, in its sheets. */
  fields: Fields
  key: (entry: Static<Schema>) => string
  /** Columns beside the entry that are drawn from it alone: what lists and figures go by, and `verify` holds against it. */
  columns?: (entry: Static<Schema>) => Columns
  /** Further ones, which follow from what was known when it was written: where it lies. */
  found?: (entry: Static<Schema>, facts: Facts) => Columns
  /** The columns, of words each, that lists and sheets can be asked by. */
  filters?: readonly string[]
  /**
   * What names the unit to which an entry belongs, a field or a column: whoever has a post at a unit changes only what belongs to it,
   * or to what lies in it, and gives it to nobody else. A column is empty where nobody could tell, which `check` then refuses.
   */
  belongsTo?: string
  /** The fields that a text filter looks in, with points: `name.zh`. The key is looked at anyway. */
  searched: readonly string[]
  mayRead: 'anybody' | readonly Role[]
  mayEdit: readonly Role[]
  /**
   * The system that is master of an entry, where there is one: what came from it is changed there and comes again by a sheet, and is
   * not edited here by hand.
   */
  masterOf?: (entry: Static<Schema>) => string | undefined
  /** Rules that a schema cannot say, looked at for every entry that changes. */
  check?: (entry: Static<Schema>, among: Among<Static<Schema>, Facts>) => readonly EntryFlaw[]
}

export interface Register<Schema extends TSchema = TSchema, Facts = never> extends Declaration<Schema, Facts> {
  /** Reads an entry from the database. What is none was not written by us, and is an error. */
  parse: (value: unknown) => Static<Schema>
  /** Reads an entry that somebody sent, or says what is wrong with it. */
  read: (value: unknown) => { entry: Static<Schema> } | { flaws: EntryFlaw[] }
}

/** All columns beside an entry, as they follow from it and from what is known now. */
export const columnsBeside = <Schema extends TSchema, Facts>(
  { columns, found }: Register<Schema, Facts>,
  entry: Static<Schema>,
  facts: Facts,
): Columns => ({ ...columns?.(entry), ...found?.(entry, facts) })

/** The unit to which an entry belongs, as its field or its column says it; nothing where it belongs to none, or nobody can tell. */
export function ownerOf<Schema extends TSchema, Facts>(
  register: Register<Schema, Facts>,
  entry: Static<Schema>,
  facts: Facts,
): string | undefined {
  const { belongsTo } = register
  if (belongsTo === undefined) return undefined
  const owner: unknown = { ...Object(entry), ...columnsBeside(register, entry, facts) }[belongsTo]
  return typeof owner === 'string' && owner !== '' ? owner : undefined
}

/**
 * Declares a register. From this the kernel serves list, detail, change, end, history, and sheets in and out (`serve.ts`), each
 * change a row of the record; and `verify` holds the rows against it.
 */
export function defineRegister<Schema extends TSchema, Facts = unknown>(
  declared: Declaration<Schema, Facts>,
): Register<Schema, Facts> {
  const schema = Compile(declared.entry)
  const isEntry = (value: unknown): value is Static<Schema> => schema.Check(value)
  return {
    ...declared,
    parse: contractOfKept<Schema, Static<Schema>>(declared.entry, `entry of ${declared.name}`, schema).parse,
    read: (value) => (isEntry(value) ? { entry: value } : { flaws: fieldsOf(schema.Errors(value)) }),
  }
}
