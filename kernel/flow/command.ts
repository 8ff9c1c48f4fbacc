import type { Static, TSchema } from 'typebox'
import { Compile } from 'typebox/compile'
import type { Actor, Post } from '../people/actor.ts'
import type { Calendar } from '../time/calendar.ts'
import { withReferences } from '../vault/personal.ts'
import type { Words } from '../words.ts'
import type { Refusal } from './refusal.ts'

/** What every item has; the rest is the capability's own, and differs by state. */
export interface AnyItem {
  district: string
  id: string
  /** How many commands it has been through: its events are numbered by it. */
  version: number
  state: string
}

/** An item before its first command: a blank sheet. */
export interface Blank extends AnyItem {
  version: 0
  state: 'new'
}

export type In<Item extends AnyItem, State> = Extract<Item | Blank, { state: State }>

/** Somebody to be told something: whoever is at a post, or one person. */
export interface Notice {
  to: Post | { party: string }
  words: Words
}

/** What a decision may know besides the item and the input. The capability's store finds out the `Facts`. */
export type Context<Item extends AnyItem, Facts> = Facts & {
  actor: Actor
  now: Temporal.Instant
  calendar: Calendar
  /** The other items that the command named and that are locked with it. */
  others: readonly Item[]
  /** Ids for what the decision makes new. */
  fresh: () => string
}

/** What a decision gives when more than the one item changes, or someone is to be told more than the flow says anyway. */
export interface Change<Item extends AnyItem, Now extends Item = Item> {
  item: Now
  /** Other items as they will be: locked ones, or new ones (with version 0). */
  others?: readonly Item[]
  notices?: readonly Notice[]
}

/** Some people, told apart by who they are to the item. */
export interface Party<Item> {
  label: Words
  includes: (actor: Actor, item: Item) => boolean
}

export type Outcome<Item extends AnyItem, Now extends Item> = Now | Change<Item, Now> | Refusal

/** The items a command may give: in the states that its row says, or where they were. */
type Becomes<Item extends AnyItem, From, To> =
  | Extract<Item, { state: To }>
  | ('unchanged' extends To ? Exclude<In<Item, From>, Blank> : never)

/** Who may send a command; and what it presupposes of the item, whatever its state, if its parties can be told in every state. */
type Whose<Item extends AnyItem, Facts, From> =
  | { by: readonly Party<In<Item, From>>[]; occasion?: undefined }
  | {
      by: readonly Party<Item>[]
      /** Says `noOccasion` where there is nothing to do, and the page leaves it out; asked for those only whose command it is. */
      occasion: (item: Item, context: Context<Item, Facts>) => Refusal | undefined
    }

/** A command as a capability declares it: one row of its table of allowed changes. */
interface Row<Item extends AnyItem, Facts, From, To, Input extends TSchema> {
  /** Its Chinese name. The English one is the name under which it is declared. */
  zh: string
  from: From | readonly From[]
  /** The states it may lead to; `unchanged` keeps the state, whichever of `from` it is. */
  to: To | readonly To[]
  /** Whether somebody else has the item afterwards: what comes next is then not the sender's to do. */
  passesOn?: boolean
  /** A rule that can be told before there is any input, so that the page can say it instead of showing a button. */
  unless?: (item: In<Item, From>, context: Context<Item, Facts>) => Refusal | undefined
  input: Input
  /** The other items that it reads or changes: all are locked together, in the order of their ids. */
  reaches?: (input: Static<Input>) => readonly string[]
  // Without NoInfer, `To` would widen to whatever `decide` returns, and every wrong decision would compile.
  decide: (
    item: In<Item, From>,
    input: Static<Input>,
    context: Context<Item, Facts>,
  ) => Outcome<Item, Becomes<Item, NoInfer<From>, NoInfer<To>> & Item>
}
type Declaration<Item extends AnyItem, Facts, From, To, Input extends TSchema> = Row<Item, Facts, From, To, Input> &
  Whose<Item, Facts, From>

/** A command as the kernel sees it. All commands of a flow look alike from here. */
export interface Command<Item extends AnyItem, Facts, From extends string = string, Input extends TSchema = TSchema> {
  zh: string
  from: readonly From[]
  to: readonly string[]
  by: readonly Words[]
  input: Input
  passesOn: boolean
  /** Whether it takes an occasion. */
  onOccasion: boolean
  /** Why an item gives no occasion for it, where it gives none. Nobody is told but those whose command it is: it may be kept from others. */
  occasion: (item: Item | Blank, context: Context<Item, Facts>) => Refusal | undefined
  /** The other items that it reaches. */
  reaches: (input: unknown) => readonly string[]
  /** The step that this command is for this item; none, if it does not start from the item's state. */
  on: (item: Item | Blank) => Step<Item, Facts> | undefined
}

export interface Step<Item extends AnyItem, Facts> {
  admits: (actor: Actor) => boolean
  unless: (context: Context<Item, Facts>) => Refusal | undefined
  decide: (input: unknown, context: Context<Item, Facts>) => Outcome<Item, Item>
}

/**
 * Gives the function that declares commands on one kind of item. It takes two calls because TypeScript infers all type
 * arguments of a call or none: the first fixes item and facts, the second infers states and input from each declaration.
 */
export const commandsOn =
  <Item extends AnyItem, Facts>() =>
  <From extends Item['state'] | 'new', To extends Item['state'] | 'unchanged', Input extends TSchema>(
    declared: Declaration<Item, Facts, From, To, Input>,
  ): Command<Item, Facts, From, Input> => {
    const { zh, by, input, passesOn = false, unless, reaches, decide } = declared
    const from: readonly From[] = typeof declared.from === 'string' ? [declared.from] : declared.from
    const to: readonly To[] = typeof declared.to === 'string' ? [declared.to] : declared.to
    // Personal fields have moved into the vault by the time a decision is asked.
    const schema = Compile(withReferences(input))
    // A reference is a string, as is what it stands for: the type stays the same.
    const fits = (value: unknown): value is Static<Input> => schema.Check(value)
    const parse = (value: unknown) => {
      if (fits(value)) return value
      throw new Error(`this is no input for ${zh}`, { cause: schema.Errors(value) })
    }
    const isBegun = (item: Item | Blank): item is Item => item.state !== 'new'
    const startsFrom = (item: Item | Blank): item is In<Item, From> => from.some((state) => state === item.state)

    // The exact types live on inside this closure, where item and input have been looked at, and need not show outside.
    return {
      zh,
      from,
      to,
      by: by.map((party) => party.label),
      input,
      passesOn,
      onOccasion: declared.occasion !== undefined,
      occasion: (item, context) =>
        isBegun(item) && declared.occasion && declared.by.some((party) => party.includes(context.actor, item))
          ? declared.occasion(item, context)
          : undefined,
      reaches: (value) => reaches?.(parse(value)) ?? [],
      on(item) {
        if (!startsFrom(item)) return
        return {
          admits: (actor) => by.some((party) => party.includes(actor, item)),
          unless: (context) => unless?.(item, context),
          decide: (value, context) => decide(item, parse(value), context),
        }
      },
    }
  }
