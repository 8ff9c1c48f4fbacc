import type { UnitCard } from '#kernel/place/admin/shown.ts'
import { isUnitKind, standsUnder, type UnitKind, unitKinds } from '#kernel/place/contract.ts'
import { type Words, w } from '../../../shared/language.ts'

export type { UnitCard }

export const kindWords = (kind: string): Words => (isUnitKind(kind) ? unitKinds[kind] : w(kind, kind))

const placeKinds: readonly UnitKind[] = ['street', 'community', 'estate', 'building']
const allKinds = Object.keys(unitKinds).filter(isUnitKind)

/** The kinds of unit that may stand under a kind. */
export const kindsUnder = (kind: string): UnitKind[] => allKinds.filter((one) => standsUnder[one].some((above) => above === kind))
export const placesUnder = (kind: string): UnitKind[] => kindsUnder(kind).filter((one) => placeKinds.includes(one))
export const handlersUnder = (kind: string): UnitKind[] => kindsUnder(kind).filter((one) => !placeKinds.includes(one))

export const unitAddress = (code: string): string => `/console/places/${encodeURIComponent(code)}`
export const unitPath = (code: string, part = ''): string => `/api/units/${encodeURIComponent(code)}${part}`
