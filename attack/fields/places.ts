/** The way to a value inside of another: names of fields, and numbers in lists. */
export type Way = readonly (string | number)[]

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The ways to everything inside of a value that is of some kind. */
export function waysTo(value: unknown, fits: (inner: unknown) => boolean, way: Way = []): Way[] {
  const inside = Array.isArray(value)
    ? value.flatMap((inner, index) => waysTo(inner, fits, [...way, index]))
    : isObject(value)
      ? Object.entries(value).flatMap(([name, inner]) => waysTo(inner, fits, [...way, name]))
      : []
  return fits(value) ? [way, ...inside] : inside
}

export const texts = (value: unknown) => waysTo(value, (inner) => typeof inner === 'string')
export const objects = (value: unknown) => waysTo(value, isObject)

/** The same value with what stands at the end of a way changed. */
export function changedAt(value: unknown, [next, ...rest]: Way, change: (inner: unknown) => unknown): unknown {
  if (next === undefined) return change(value)
  if (Array.isArray(value)) return value.map((inner, index) => (index === next ? changedAt(inner, rest, change) : inner))
  return isObject(value) ? { ...value, [next]: changedAt(value[next], rest, change) } : value
}
