import type { Option } from '#web/shared/form/Choice.tsx'
import type { Words } from '#web/shared/language.ts'
import { carriers, doers, employers, forces, rhythms, seasons } from '../contract/kinds.ts'

const all: Readonly<Record<string, Words>> = { ...carriers, ...doers, ...employers, ...forces, ...rhythms, ...seasons }

/** What a choice in a register of the grids is called. */
export const valueWords = (value: string): Words => all[value] ?? { zh: value, en: value }

export const text = (value: unknown): string => (typeof value === 'string' ? value : '')

/** The levels of grids, as a filter has them. */
export const levels: readonly Option[] = (['level1', 'level2', 'level3'] as const).map((level, index) => ({
  value: String(index + 1),
  words: carriers[level],
}))
