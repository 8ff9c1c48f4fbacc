import { type Static, Type } from 'typebox'
import { Words } from '../words.ts'

/** One thing that a person or their post was told; `item` is what it is about, of which flow. */
export const Notice = Type.Object({
  id: Type.String(),
  item: Type.String(),
  flow: Type.String(),
  words: Words,
  at: Type.String(),
  read: Type.Boolean(),
})
export type Notice = Static<typeof Notice>
