import type { ShownRegister } from '#kernel/register/shown.ts'
import type { Schema, Values } from '../form/schema.ts'
import { useLoaded } from '../loaded.ts'

/** A register as it is told; of the schema of its entries the part that forms go by. */
export type Register = Omit<ShownRegister, 'entry'> & { entry: Schema }
export type FieldNames = ShownRegister['fields']

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
