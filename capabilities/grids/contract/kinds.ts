import { gridKinds, gridLevels } from '#kernel/place/kinds.ts'
import type { Words } from '#kernel/words.ts'

/** Who does what a network asks of a grid. */
export const doers = {
  gridWorker: { zh: '网格员', en: 'grid worker' },
  gridLeader: { zh: '网格长', en: 'grid leader' },
  steward: { zh: '楼栋长', en: 'building steward' },
  partTimeGridWorker: { zh: '兼职网格员', en: 'part-time grid worker' },
  reinforcement: { zh: '下沉力量', en: 'reinforcement' },
} as const satisfies Record<string, Words>

/** How often a service item is due. */
export const rhythms = {
  daily: { zh: '每天', en: 'every day' },
  weekly: { zh: '每周', en: 'every week' },
  monthly: { zh: '每月', en: 'every month' },
  quarterly: { zh: '每季度', en: 'every quarter' },
  yearly: { zh: '每年', en: 'every year' },
  asNeeded: { zh: '按需', en: 'as needed' },
} as const satisfies Record<string, Words>

/** In which part of the year a service item is due. */
export const seasons = {
  always: { zh: '全年', en: 'all year' },
  flood: { zh: '汛期（6—9月）', en: 'flood season (June to September)' },
  heating: { zh: '采暖期（11—3月）', en: 'heating season (November to March)' },
} as const satisfies Record<string, Words>

/** Which grids carry a network: those of a level, or the dedicated ones. */
export const carriers = {
  ...{ level1: gridLevels[1], level2: gridLevels[2], level3: gridLevels[3], dedicated: gridKinds.dedicated },
} as const satisfies Record<string, Words>
export type Carrier = keyof typeof carriers

/** As what a grid carries networks. */
export const carrierOf = ({ level, kind }: { level: number; kind: string }): Carrier =>
  kind === 'dedicated' ? 'dedicated' : level === 1 ? 'level1' : level === 2 ? 'level2' : 'level3'

/** What a grid is called by its level, or as a dedicated one. */
export const levelWords = ({ level, dedicated }: { level: number; dedicated: boolean }): Words =>
  carriers[carrierOf({ level, kind: dedicated ? 'dedicated' : 'base' })]

/** From where people come who reinforce a grid. */
export const forces = {
  police: { zh: '派出所民警', en: 'station police' },
  water: { zh: '供水人员', en: 'water company' },
  power: { zh: '供电人员', en: 'power company' },
  heating: { zh: '供热人员', en: 'heating company' },
  gas: { zh: '燃气人员', en: 'gas company' },
  volunteer: { zh: '志愿者', en: 'volunteer' },
  other: { zh: '其他', en: 'other' },
} as const satisfies Record<string, Words>
export type Force = keyof typeof forces

/** From where part-time grid workers come. */
export const employers = {
  propertyCompany: { zh: '物业企业', en: 'property company' },
  ownersCommittee: { zh: '业主委员会', en: 'owners’ committee' },
} as const satisfies Record<string, Words>
