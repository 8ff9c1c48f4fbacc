import type { Option } from '#web/shared/form/Choice.tsx'
import { type Words, w } from '#web/shared/language.ts'
import { kinds } from '../contract/kinds.ts'

const paperKinds = { original: w('原件', 'original'), copy: w('复印件', 'copy') }
const all: Readonly<Record<string, Words>> = { ...kinds, ...paperKinds }

/** What a choice is called. */
export const valueWords = (value: string): Words => all[value] ?? w(value, value)
export const kindOptions: readonly Option[] = Object.entries(kinds).map(([value, words]) => ({ value, words }))
export const named = ({ zh, en }: { zh: string; en?: string }): Words => w(zh, en ?? zh)
export const text = (value: unknown): string => (typeof value === 'string' ? value : '')
