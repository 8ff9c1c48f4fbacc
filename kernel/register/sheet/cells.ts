import { isDeepStrictEqual } from 'node:util'
import type { SheetColumn } from './columns.ts'

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** What an entry has in a field; nothing if it has not. */
export const valueAt = ({ path }: SheetColumn, entry: unknown): unknown =>
  path.length === 0 ? undefined : path.reduce<unknown>((inner, name) => (isObject(inner) ? inner[name] : undefined), entry)

interface Row {
  entry: unknown
  version: number
  ends: string | null
}

/** An entry as the cells of its row, for programs: codes as they are, lists as JSON; with its end and version. What is not there is empty. */
export const cellsOf = (columns: readonly SheetColumn[], row: Row): string[] =>
  columns.map((column) => cellOf(column, row, (value) => (typeof value === 'string' ? value : JSON.stringify(value))))

/** The same for people: what codes are called, and lists of words with a mark between them. */
export const saidCellsOf = (columns: readonly SheetColumn[], row: Row): string[] =>
  columns.map((column) => cellOf(column, row, (value) => said(column, value)))

function cellOf(column: SheetColumn, { entry, version, ends }: Row, write: (value: unknown) => string): string {
  if (column.field === 'version') return String(version)
  if (column.field === 'ends') return ends ?? ''
  const value = valueAt(column, entry)
  if (value === undefined) return ''
  if (column.kind === 'day') return String(value)
  if (column.kind === 'yesNo') return value ? '是' : '否'
  return write(value)
}

function said(column: SheetColumn, value: unknown): string {
  const { kind, called } = column
  const one = (code: unknown) => called[String(code)]?.zh ?? String(code)
  if (kind === 'text') return one(value)
  if (kind !== 'list' || !Array.isArray(value)) return JSON.stringify(value)
  const text = value.map(one).join('、')
  // Words that would be read otherwise, as with such a mark in them, are JSON.
  return !text.startsWith('[') && isDeepStrictEqual(listed(column, text), value) ? text : JSON.stringify(value)
}

/** The codes of a list whose words somebody typed, with a mark between them. */
export const listed = (column: SheetColumn, typed: string): string[] =>
  typed
    .split(/[、，,；;\n]/)
    .map((one) => codeOf(column, one.trim()))
    .filter((one) => one !== '')

/** The code that a word means in a column: what is called so in either language, in any width and case; else the word itself. */
export function codeOf({ called }: SheetColumn, word: string): string {
  const plain = (text: string) => text.normalize('NFKC').trim().toLowerCase()
  const found = Object.entries(called).find(([, { zh, en }]) => plain(zh) === plain(word) || plain(en) === plain(word))
  return found?.[0] ?? word
}

/** Makes the objects on the way to a field, which the entry must have even where all of their fields are empty; gives the last. */
export function roomFor(entry: Record<string, unknown>, [name = '', ...rest]: readonly string[]): Record<string, unknown> {
  if (rest.length === 0) return entry
  const inner = entry[name]
  const made = isObject(inner) ? inner : {}
  entry[name] = made
  return roomFor(made, rest)
}
