import type { Words } from '#kernel/words.ts'

/** How a branch is set up: for one estate by itself, or for several estates or by several organisations together. */
export const kinds = {
  solo: { zh: '单建', en: 'on its own' },
  joint: { zh: '联建', en: 'joint' },
} as const satisfies Record<string, Words>
export type Kind = keyof typeof kinds

/** As what a member declares. */
export const memberKinds = {
  employed: { zh: '在职党员', en: 'employed member' },
  unposted: { zh: '无职党员', en: 'member without a post' },
} as const satisfies Record<string, Words>
export type MemberKind = keyof typeof memberKinds

/** What a member may look after. */
export const areaKinds = {
  building: { zh: '楼栋', en: 'building' },
  path: { zh: '道路', en: 'path' },
  lampRow: { zh: '路灯', en: 'row of lamps' },
  green: { zh: '绿地', en: 'green' },
  parking: { zh: '停车区', en: 'parking' },
  other: { zh: '其他', en: 'something else' },
} as const satisfies Record<string, Words>
export type AreaKind = keyof typeof areaKinds
