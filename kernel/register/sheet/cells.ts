import type { SheetColumn } from './columns.ts'

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** What an entry has in a field; nothing if it has not. */
export const valueAt = ({ path }: SheetColumn, entry: unknown): unknown =>
  path.length === 0 ? undefined : path.reduce<unknown>((inner, name) => (isObject(inner) ? inner[name] : undefined), entry)

/** An entry as the words of its row, and the end and version that it has. What is not there is empty. */
export const cellsOf = (
  columns: readonly SheetColumn[],
  { entry, version, ends }: { entry: unknown; version: number; ends: string | null },
): string[] =>
  columns.map((column) => {
    if (column.field === 'version') return String(version)
    if (column.field === 'ends') return ends ?? ''
    const value = valueAt(column, entry)
    if (value === undefined) return ''
    if (column.kind === 'json') return JSON.stringify(value)
    if (column.kind === 'yesNo') return value ? '是' : '否'
    return String(value)
  })

/** Makes the objects on the way to a field, which the entry must have even where all of their fields are empty; gives the last. */
export function roomFor(entry: Record<string, unknown>, [name = '', ...rest]: readonly string[]): Record<string, unknown> {
  if (rest.length === 0) return entry
  const inner = entry[name]
  const made = isObject(inner) ? inner : {}
  entry[name] = made
  return roomFor(made, rest)
}
