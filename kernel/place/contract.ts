/** What pages may know of places: their kinds, what stands under what, and what each is called. */
export { aliasKinds, gridKinds, gridLevels, isUnitKind, standsUnder, streetForms, type UnitKind, unitKinds } from './kinds.ts'
