import type { Words } from '../language.ts'

/** One thing that this person or their post was told; `item` is what it is about, of which flow. */
export interface Notice {
  id: string
  item: string
  flow: string
  words: Words
  at: string
  read: boolean
}

/** The page of what a notice is about. */
export const pageOf = ({ flow, item }: Pick<Notice, 'flow' | 'item'>): string =>
  flow === 'special' ? `/console/specials?open=${item}` : flow === 'bulletin' ? `/b/${item}` : `/case/${item}`
