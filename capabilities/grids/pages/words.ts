import type { Option } from '#web/shared/form/Choice.tsx'
import { type Words, w } from '#web/shared/language.ts'
import { carriers, doers, employers, forces, rhythms, seasons } from '../contract/kinds.ts'

const all: Readonly<Record<string, Words>> = { ...carriers, ...doers, ...employers, ...forces, ...rhythms, ...seasons }

/** What a choice in a register of the grids is called. */
export const valueWords = (value: string): Words => all[value] ?? { zh: value, en: value }

export const text = (value: unknown): string => (typeof value === 'string' ? value : '')

/** The levels of grids, as a filter has them. */
export const levels: readonly Option[] = [
  { value: '1', words: w('一级（社区）', 'level 1 (community)') },
  { value: '2', words: w('二级（小区）', 'level 2 (estate)') },
  { value: '3', words: w('三级（楼栋）', 'level 3 (buildings)') },
]
