import type { Notice } from '#kernel/record/shown.ts'

export type { Notice }

/** The page of what a notice is about. */
export const pageOf = ({ flow, item }: Pick<Notice, 'flow' | 'item'>): string => pages[flow]?.(item) ?? `/case/${item}`

const pages: Readonly<Record<string, (item: string) => string>> = {
  special: (item) => `/console/specials?open=${item}`,
  errand: (item) => `/errands/${item}`,
  bulletin: (item) => `/b/${item}`,
  declaration: () => '/branch',
  gridGroup: (grid) => `/console/grid-groups/${grid}`,
  gridCard: () => '/near',
}
