import { isDeepStrictEqual } from 'node:util'

/** How an item changed: whole fields, so that folding the patches of its events gives the item. */
export interface Patch {
  set: Record<string, unknown>
  unset: string[]
}

export function patchOf(before: object | undefined, after: object): Patch {
  const was = new Map<string, unknown>(Object.entries(before ?? {}))
  const is = new Map<string, unknown>(Object.entries(after).filter(([, value]) => value !== undefined))
  const set = [...is].filter(([field, value]) => !was.has(field) || !isDeepStrictEqual(was.get(field), value))
  return { set: Object.fromEntries(set), unset: [...was.keys()].filter((field) => !is.has(field)) }
}

export function fold(item: Record<string, unknown>, { set, unset }: Patch): Record<string, unknown> {
  const next = { ...item, ...set }
  for (const field of unset) delete next[field]
  return next
}

/** The fields that a patch writes, besides the version, which every patch writes. */
export const fieldsOf = ({ set, unset }: Patch): string[] =>
  [...Object.keys(set), ...unset].filter((field) => field !== 'version')
