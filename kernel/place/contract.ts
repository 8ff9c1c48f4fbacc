/** What pages may know of places: their kinds, what stands under what, what each is called, and how close a name is to what is typed. */
export { closest } from './closeness.ts'
export { aliasKinds, gridKinds, gridLevels, isUnitKind, standsUnder, streetForms, type UnitKind, unitKinds } from './kinds.ts'
