import type { Words } from '../words.ts'

/** The kinds of unit: the tree from the district down to the building, and the handling units beside it. */
export const unitKinds = {
  district: { zh: '区', en: 'district' },
  street: { zh: '街道', en: 'street' },
  community: { zh: '社区', en: 'community' },
  estate: { zh: '小区', en: 'estate' },
  building: { zh: '楼栋', en: 'building' },
  bureau: { zh: '区直部门', en: 'bureau' },
  station: { zh: '派驻站所', en: 'station of a bureau' },
  propertyCompany: { zh: '物业企业', en: 'property company' },
  utility: { zh: '专营单位', en: 'utility' },
} as const satisfies Record<string, Words>
export type UnitKind = keyof typeof unitKinds
export const isUnitKind = (value: unknown): value is UnitKind => typeof value === 'string' && Object.hasOwn(unitKinds, value)

/** What a unit of each kind may stand directly under. */
export const standsUnder: Record<UnitKind, readonly UnitKind[]> = {
  district: [],
  street: ['district'],
  community: ['street'],
  estate: ['community'],
  building: ['estate', 'community'],
  bureau: ['district'],
  station: ['street', 'bureau', 'district'],
  propertyCompany: ['district', 'street'],
  utility: ['district', 'street'],
}

export const streetForms = {
  street: { zh: '街道', en: 'street' },
  developmentCentre: { zh: '发展中心', en: 'development centre' },
} as const satisfies Record<string, Words>
export type StreetForm = keyof typeof streetForms
export const isStreetForm = (value: unknown): value is StreetForm =>
  typeof value === 'string' && Object.hasOwn(streetForms, value)

export const gridKinds = {
  base: { zh: '基础网格', en: 'base grid' },
  dedicated: { zh: '专属网格', en: 'dedicated grid' },
} as const satisfies Record<string, Words>
export type GridKind = keyof typeof gridKinds
export const isGridKind = (value: unknown): value is GridKind => typeof value === 'string' && Object.hasOwn(gridKinds, value)

export const gridLevels = {
  1: { zh: '一级网格（社区）', en: 'level-1 grid (community)' },
  2: { zh: '二级网格（小区）', en: 'level-2 grid (estate)' },
  3: { zh: '三级网格（楼栋）', en: 'level-3 grid (buildings)' },
} as const satisfies Record<number, Words>
export type GridLevel = keyof typeof gridLevels
export const isGridLevel = (value: unknown): value is GridLevel => value === 1 || value === 2 || value === 3

export const aliasKinds = {
  grid: { zh: '官方网格编码', en: 'official grid code' },
  address: { zh: '标准地址编码', en: 'address code' },
  doorPlate: { zh: '门楼牌编码', en: 'door plate' },
  qr: { zh: '已张贴二维码', en: 'printed QR code' },
} as const satisfies Record<string, Words>
export type AliasKind = keyof typeof aliasKinds
