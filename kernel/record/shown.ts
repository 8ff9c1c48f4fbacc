import { type Static, Type } from 'typebox'
import { Words } from '../words.ts'

/** What an item is about in a line, as its reader sees it now: its number, the matter, where, and until when. */
export const Headline = Type.Object({
  number: Type.String(),
  matter: Words,
  place: Type.String(),
  dueAt: Type.Optional(Type.String()),
  yellowAt: Type.Optional(Type.String()),
})
export type Headline = Static<typeof Headline>

/** One thing that a person or their post was told; `item` is what it is about, of which flow; `about` says it, as long as they see it. */
export const Notice = Type.Object({
  id: Type.String(),
  item: Type.String(),
  flow: Type.String(),
  words: Words,
  at: Type.String(),
  read: Type.Boolean(),
  about: Type.Optional(Headline),
})
export type Notice = Static<typeof Notice>
