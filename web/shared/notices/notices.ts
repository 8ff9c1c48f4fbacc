import type { Notice } from '#kernel/record/shown.ts'

export type { Notice }

/** The page of what a notice is about. */
export const pageOf = ({ flow, item }: Pick<Notice, 'flow' | 'item'>): string =>
  flow === 'special' ? `/console/specials?open=${item}` : flow === 'bulletin' ? `/b/${item}` : `/case/${item}`
