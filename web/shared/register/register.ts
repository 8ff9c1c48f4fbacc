import type { Schema, Values } from '../form/schema.ts'
import type { Words } from '../language.ts'
import { useLoaded } from '../loaded.ts'

/** A register as the interface describes it: what an entry is made of, and how its fields are called. */
export interface Register {
  path: string
  label: Words
  mayEdit: string[]
  entry: Schema
  fields: FieldNames
}
export type FieldNames = Record<string, { name: Words; about?: Words }>

/** An entry as it stands. */
export interface Entry<Kind = Values> {
  key: string
  version: number
  ends?: string
  entry: Kind
}

export const registerPath = (path: string, key?: string): string =>
  key === undefined ? `/api/registers/${path}` : `/api/registers/${path}/${encodeURIComponent(key)}`

/** One of the registers that there are. */
export function useRegister(path: string) {
  const loaded = useLoaded<Register[]>('/api/registers')
  return { ...loaded, value: loaded.value?.find((one) => one.path === path) }
}
