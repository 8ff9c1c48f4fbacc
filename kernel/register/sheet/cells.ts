import type { SheetColumn } from './column.ts'
import { valueAt } from './paths.ts'

interface Row {
  entry: unknown
  version: number
  ends: string | null
}

/** An entry as the cells of its row, for programs: codes as they are, lists as JSON; with its end and version. What is not there is empty. */
export const cellsOf = (columns: readonly SheetColumn[], row: Row): string[] =>
  columns.map((column) => cellOf(column, row, (value) => (typeof value === 'string' ? value : JSON.stringify(value))))

/** One cell of it, where `write` writes what is neither a day nor yes or no. */
export function cellOf(column: SheetColumn, { entry, version, ends }: Row, write: (value: unknown) => string): string {
  if (column.field === 'version') return String(version)
  if (column.field === 'ends') return ends ?? ''
  const value = valueAt(column, entry)
  if (value === undefined) return ''
  if (column.kind === 'day') return String(value)
  if (column.kind === 'yesNo') return value ? '是' : '否'
  return write(value)
}

/** The codes of a list whose words somebody typed, with a mark between them. */
export const listed = (column: SheetColumn, typed: string): string[] =>
  typed
    .split(/[、，,；;\n]/)
    .map((one) => codeOf(column, one.trim()))
    .filter((one) => one !== '')

/** Words as they are compared: in any width and case. */
export const plain = (text: string) => text.normalize('NFKC').trim().toLowerCase()

/** The code that a word means in a column: what is called so in either language, in any width and case; else the word itself. */
export function codeOf({ called }: SheetColumn, word: string): string {
  const found = Object.entries(called).find(([, { zh, en }]) => plain(zh) === plain(word) || plain(en) === plain(word))
  return found?.[0] ?? word
}
