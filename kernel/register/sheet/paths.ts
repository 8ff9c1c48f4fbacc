import type { SheetColumn } from './column.ts'

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** What an entry has in a field; nothing if it has not. */
export const valueAt = ({ path }: Pick<SheetColumn, 'path'>, entry: unknown): unknown =>
  path.length === 0 ? undefined : path.reduce<unknown>((inner, name) => (isObject(inner) ? inner[name] : undefined), entry)

/** Makes the objects on the way to a field, which the entry must have even where all of their fields are empty; gives the last. */
export function roomFor(entry: Record<string, unknown>, [name = '', ...rest]: readonly string[]): Record<string, unknown> {
  if (rest.length === 0) return entry
  const inner = entry[name]
  const made = isObject(inner) ? inner : {}
  entry[name] = made
  return roomFor(made, rest)
}
