import type { Words } from '../language.ts'
import type { Option } from './Choice.tsx'

/** The options of a choice, by what each value is called. */
export const optionsOf = (record: Readonly<Record<string, Words>>): Option[] =>
  Object.entries(record).map(([value, words]) => ({ value, words }))
