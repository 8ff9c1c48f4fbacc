import type { Words } from '../language.ts'

/** One thing that this person or their post was told; `item` is the case that it is about. */
export interface Notice {
  id: string
  item: string
  words: Words
  at: string
  read: boolean
}
