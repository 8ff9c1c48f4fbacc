import { isUnitKind, standsUnder, type UnitKind, unitKinds } from '#kernel/place/contract.ts'
import { type Words, w } from '../../../shared/language.ts'

/** A unit as the interface tells its administrator. */
export interface UnitCard {
  code: string
  name: string
  kind: string
  form?: string
  parent?: string
  path: { code: string; name: string; kind: string }[]
  street?: string
  community?: string
  serves: string[]
  aliases: { alias: string; kind: string }[]
  point?: { longitude: number; latitude: number }
  outline?: { type: 'MultiPolygon'; coordinates: number[][][][] }
  starts: string
  /** The first day on which it no longer stands. */
  ends?: string
  below: { kind: string; count: number }[]
  levels: { level: number; base: number; dedicated: number }[]
}

export const kindWords = (kind: string): Words => (isUnitKind(kind) ? unitKinds[kind] : w(kind, kind))

const placeKinds: readonly UnitKind[] = ['street', 'community', 'estate', 'building']
const allKinds = Object.keys(unitKinds).filter(isUnitKind)

/** The kinds of unit that may stand under a kind. */
export const kindsUnder = (kind: string): UnitKind[] => allKinds.filter((one) => standsUnder[one].some((above) => above === kind))
export const placesUnder = (kind: string): UnitKind[] => kindsUnder(kind).filter((one) => placeKinds.includes(one))
export const handlersUnder = (kind: string): UnitKind[] => kindsUnder(kind).filter((one) => !placeKinds.includes(one))

export const unitAddress = (code: string): string => `/console/places/${encodeURIComponent(code)}`
export const unitPath = (code: string, part = ''): string => `/api/units/${encodeURIComponent(code)}${part}`
