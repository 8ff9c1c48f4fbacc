import { type Static, Type } from 'typebox'
import { type Refusal, refuse } from './refusal.ts'

const Street = Type.String({ minLength: 1, maxLength: 60, pattern: '^[A-Za-z0-9._-]+$' })
/** 随社区划转: the community where it lies went from the first street to the other. */
export const Restreet = Type.Object({ from: Street, to: Street }, { additionalProperties: false })
export type Restreet = Static<typeof Restreet>

export const staysInItsStreet = (): Refusal => refuse('它所在的街道没有变', 'it lies in the street in which it lay')

/** In which street the community of an item lies now: what its command goes by, and not what whoever sent that read before. */
export interface StreetFacts {
  streetNow?: string
}

/** An item that no post of a street has, in the street to which its community went. */
export const inStreet = <Item extends { street?: string }>(
  item: Item,
  { from, to }: Restreet,
  { streetNow }: StreetFacts,
): Item | Refusal => (item.street === from && streetNow === to ? { ...item, street: to } : staysInItsStreet())
