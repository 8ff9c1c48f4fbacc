import type { Words } from '#kernel/words.ts'

/** The stations of “centre and points”: a service centre in the middle, and around it what is within reach of every home. */
export const kinds = {
  serviceCentre: { zh: '党群服务中心', en: 'service centre' },
  neighbour: { zh: '近邻驿站', en: 'neighbour station' },
  convenience: { zh: '便民驿站', en: 'convenience station' },
  warm: { zh: '暖新驿站', en: 'warm station' },
  shared: { zh: '共享驿站', en: 'shared station' },
} as const satisfies Record<string, Words>
export type Kind = keyof typeof kinds

/** Whose rooms they are. */
export const hosts = {
  community: { zh: '社区用房', en: 'community rooms' },
  propertyOffice: { zh: '物业用房', en: 'property office' },
  bank: { zh: '银行大厅', en: 'bank hall' },
  shop: { zh: '商圈店铺', en: 'shop' },
  enterprise: { zh: '企业场所', en: 'enterprise' },
  other: { zh: '其他场所', en: 'other rooms' },
} as const satisfies Record<string, Words>

/** What is there for whoever comes in. */
export const facilities = {
  water: { zh: '饮水', en: 'drinking water' },
  charging: { zh: '充电', en: 'charging' },
  rest: { zh: '歇脚', en: 'a seat' },
  heating: { zh: '取暖纳凉', en: 'warm in winter, cool in summer' },
  microwave: { zh: '微波炉', en: 'microwave' },
  toilet: { zh: '卫生间', en: 'toilet' },
  wheelchair: { zh: '轮椅可进', en: 'wheelchair access' },
  aed: { zh: 'AED 急救', en: 'AED' },
  firstAid: { zh: '急救药箱', en: 'first-aid box' },
  wifi: { zh: '无线网', en: 'wireless network' },
} as const satisfies Record<string, Words>
export type Facility = keyof typeof facilities

/** What is done there for whoever comes in. */
export const services = {
  forms: { zh: '代办代填', en: 'help with forms' },
  household: { zh: '家政', en: 'household help' },
  groceries: { zh: '百货', en: 'groceries' },
  tailoring: { zh: '裁缝', en: 'tailoring' },
  haircut: { zh: '理发', en: 'haircuts' },
  repair: { zh: '维修', en: 'repairs' },
  parcels: { zh: '快递代收', en: 'parcels' },
  meals: { zh: '助餐', en: 'meals' },
  dayCare: { zh: '日间照料', en: 'day care' },
  childCare: { zh: '托育', en: 'child care' },
  health: { zh: '健康小屋', en: 'health corner' },
  reading: { zh: '阅读', en: 'reading room' },
  games: { zh: '棋牌', en: 'board games' },
  mediation: { zh: '调解', en: 'mediation' },
  counselling: { zh: '咨询', en: 'advice' },
} as const satisfies Record<string, Words>
export type Service = keyof typeof services

/** Works done on the building of a service centre. */
export const works = {
  rebuilt: { zh: '改建', en: 'rebuilt' },
  enlarged: { zh: '扩建', en: 'enlarged' },
} as const satisfies Record<string, Words>
