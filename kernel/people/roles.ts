import type { Words } from '../words.ts'

/** What a post lets its holder see of cases and the like (`kernel.md`, who sees what). */
type Reach = 'own' | 'place' | 'district' | 'nothing'

/**
 * The roles that a post can have, in one table: its name, what it sees, and whether a second factor is asked of it.
 * `place` is what carries the post's unit or grid; `district` is everything in the district, and of that only those who
 * guard see what is protected; those who oversee do not read what people wrote; those who audit see who looked at
 * personal data, and none of it.
 */
export const roles = {
  resident: { zh: '居民', en: 'resident', sees: 'own' },
  steward: { zh: '楼栋长', en: 'building steward', sees: 'place' },
  gridWorker: { zh: '网格员', en: 'grid worker', sees: 'place' },
  gridLeader: { zh: '网格长', en: 'grid leader', sees: 'place' },
  communitySecretary: { zh: '社区书记', en: 'community secretary', sees: 'place' },
  communityWorker: { zh: '社区工作者', en: 'community worker', sees: 'place' },
  streetDesk: { zh: '街道指挥员', en: 'street desk', sees: 'place' },
  dutyOfficer: { zh: '街道值班员', en: 'street duty officer', sees: 'place' },
  clerk: { zh: '承办单位经办人', en: 'clerk of the handling unit', sees: 'place' },
  unitLeader: { zh: '承办单位负责人', en: 'leader of the handling unit', sees: 'place' },
  propertyManager: { zh: '物业负责人', en: 'property manager', sees: 'place' },
  dispatcher: { zh: '派单员', en: 'dispatcher', sees: 'district', guards: true },
  caller: { zh: '回访员', en: 'call-back officer', sees: 'district' },
  supervisor: { zh: '督办员', en: 'supervisor', sees: 'district', guards: true },
  leader: { zh: '区领导', en: 'district leader', sees: 'district', oversees: true },
  systemAdmin: { zh: '系统管理员', en: 'system administrator', sees: 'nothing' },
  securityAdmin: { zh: '安全管理员', en: 'security administrator', sees: 'nothing' },
  auditAdmin: { zh: '审计管理员', en: 'audit administrator', sees: 'nothing', audits: true },
  nobody: { zh: '无岗位', en: 'nobody', sees: 'nothing' },
  system: { zh: '系统', en: 'the system', sees: 'district', guards: true },
} as const satisfies Record<string, Words & { sees: Reach; guards?: true; oversees?: true; audits?: true }>

export type Role = keyof typeof roles

/** The rights of system, security and audit administrator are three (三员; GB/T 22239-2019, 8.1.7 and after). */
export const administrators: ReadonlySet<Role> = new Set(['systemAdmin', 'securityAdmin', 'auditAdmin'])

/** The posts of a community (社区书记、社区工作者). */
export const communityRoles: readonly Role[] = ['communitySecretary', 'communityWorker']

/** Whether somebody works at a community; at the given one, if one is given. */
export const isOfCommunity = ({ role, unit }: { role: Role; unit?: string }, community = unit): boolean =>
  communityRoles.includes(role) && unit === community

/** What each reach lets a post see, in words. */
export const reaches: Record<Reach, Words> = {
  own: { zh: '自己报的、附议的', en: 'what they reported or follow' },
  place: { zh: '本岗位的单位或网格', en: 'what carries the unit or grid of their post' },
  district: { zh: '全区（受保护事项见下）', en: 'the whole district; of protected cases see below' },
  nothing: { zh: '不看事项', en: 'no case' },
}

/** What a role lets its holder see, for those who give it. */
export function sightWords(role: Role): Words {
  const { sees } = roles[role]
  if ('audits' in roles[role])
    return { zh: '看不到事项；看得到谁看过个人信息、谁改过什么', en: 'no case; who looked at personal data and who changed what' }
  if (sees === 'place') return { zh: '看本单位或网格的事项', en: 'sees what carries its unit or grid' }
  if (sees !== 'district') return { zh: '看不到事项', en: 'sees no case' }
  if ('guards' in roles[role]) return { zh: '看全区事项，包括受保护的', en: 'sees the whole district, what is protected too' }
  return 'oversees' in roles[role]
    ? {
        zh: '看全区事项，不看居民原话和联系方式',
        en: 'sees the whole district, without what residents wrote or how to reach them',
      }
    : { zh: '看全区事项，不含受保护的', en: 'sees the whole district, but for what is protected' }
}

/** The roles that people can be given; `system` is the timers' own. */
export const isRole = (value: string): value is Role => Object.hasOwn(roles, value)
