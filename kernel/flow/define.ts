import type { Static, TSchema } from 'typebox'
import { type ContractOfKept, contractOfKept } from '../contractOfKept.ts'
import type { Post } from '../people/actor.ts'
import type { Words } from '../words.ts'
import type { AnyItem, Command, Context, Notice } from './command.ts'

export type Commands<Item extends AnyItem, Facts> = Record<string, Command<Item, Facts>>

/** A command that time will send: to be set while the item is as it is. */
export interface Timer {
  /** Names the call within its item, so that it is made once: the limit's id and which of its calls, never the time. */
  key: string
  at: Temporal.Instant
  command: string
  input: object
}

/** What a column of the item's table may hold: what lists filter, sort, map and count. */
export type Column =
  | string
  | number
  | boolean
  | null
  | readonly string[]
  | { point: readonly [longitude: number, latitude: number] | null }

/** What a capability says about one kind of work that moves through states. */
interface Declaration<Schema extends TSchema, Item extends AnyItem, Facts, Seen extends TSchema, Own> {
  name: string
  label: Words
  /** The first part of its addresses, the name of its PostgreSQL schema and of its table. */
  path: string
  item: Schema
  /** Their Chinese names. The English ones are the states themselves. */
  states: Record<Item['state'], string>
  /** Whose turn it is, if anybody's. */
  holder: (item: Item) => Post | undefined
  /** Where it is and who has it, in words for somebody whose command came too late or too early. */
  standing: (item: Item) => Words
  /** Which units and grids see it, and whose own it is: what row-level security goes by. */
  places: (item: Item) => readonly string[]
  parties: (item: Item) => readonly string[]
  /** Whether it is hidden also from those who see the whole district, but for the few who guard such items. */
  guarded?: (item: Item) => boolean
  /** Whether nothing of it may be announced outside, not even that it changed. If a flow does not say: what is guarded. */
  hidden?: (item: Item) => boolean
  /** The columns beside the item itself, drawn from it and so never at odds with it. */
  columns: (item: Item) => Record<string, Column>
  timers: (item: Item) => readonly Timer[]
  /** Whom a change concerns. `before` is undefined for a new item. */
  notices: (before: Item | undefined, after: Item, command: string) => readonly Notice[]
  /** What one person sees of it: the schema is the fence that keeps the rest in. */
  seen: Seen
  show: (item: Item, context: Context<Item, Facts>) => Static<Seen>
  commands: Own
}

export interface Flow<
  Item extends AnyItem,
  Facts,
  Own extends Commands<Item, Facts> = Commands<Item, Facts>,
  Seen extends TSchema = TSchema,
> extends Declaration<TSchema, Item, Facts, Seen, Own>,
    ContractOfKept<Item> {}

type ItemOf<Schema extends TSchema> = Extract<Static<Schema>, AnyItem>

export function defineFlow<Schema extends TSchema, Facts, Seen extends TSchema, Own extends Commands<ItemOf<Schema>, Facts>>(
  // `Own` keeps each command's exact type for the client; beside it, `Commands` is where `Facts` is inferred from.
  declared: Declaration<Schema, ItemOf<Schema>, Facts, Seen, Own & Commands<ItemOf<Schema>, Facts>>,
): Flow<ItemOf<Schema>, Facts, Own, Seen> {
  return { ...declared, ...contractOfKept<Schema, ItemOf<Schema>>(declared.item, declared.name) }
}
