import type { Connection } from '../database/open.ts'
import type { Actor } from '../people/actor.ts'
import type { Headline } from './shown.ts'

/** Gives what items are about, of those that this transaction, which reads as somebody, sees: a capability's part, handed in. */
export type HeadlinesOf = (
  connection: Connection,
  reader: Actor,
  ids: readonly string[],
) => Promise<ReadonlyMap<string, Headline>>

/** The same of each flow, by its name. */
export type Headlines = Readonly<Record<string, HeadlinesOf>>
