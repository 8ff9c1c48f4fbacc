import type { Role } from '#kernel/people/roles.ts'
import type { Words } from '#kernel/words.ts'

/** Somebody whom a visitor of the demo can be. They belong together: their places and units meet in the same cases. */
export interface Persona {
  /** The name to sign in with, and the account's id. */
  account: string
  name: string
  role: Role
  unitName: string
  /** What they do here, for whoever chooses. */
  words: Words
}

/** Where the personas meet: one estate with its grid, its property company, its community and street, and one bureau. */
export const meetingPlace = {
  street: '370703001',
  community: '370703001003',
  estate: '370703001003E03',
  grid: '370703001003003',
  property: 'property-04',
  bureau: 'urban',
} as const

const persona = (account: string, name: string, role: Role, unitName: string, zh: string, en: string): Persona => ({
  ...{ account, name, role, unitName },
  words: { zh, en },
})

/** The ten accounts of the demo. Their password is `demoPassword`. */
export const personas: readonly Persona[] = [
  persona(
    'resident',
    '林小满',
    'resident',
    '康乐公寓',
    '住在康乐公寓的居民：报单、看进展、评价',
    'lives in Kangle: reports, follows, rates',
  ),
  persona(
    'grid',
    '王海燕',
    'gridWorker',
    '康乐公寓网格',
    '二级网格的专职网格员：承单、自处置、派单、核查',
    'grid worker: accepts, solves, dispatches, verifies',
  ),
  persona(
    'community',
    '刘建国',
    'communitySecretary',
    '和顺社区',
    '社区书记、一级网格长：分流、下派、验收',
    'community secretary: sorts what grids pass up, checks',
  ),
  persona(
    'street',
    '赵春明',
    'streetDesk',
    '寒亭街道',
    '街道指挥员：分流、吹哨',
    'street desk: sorts, and calls units to a place',
  ),
  persona(
    'department',
    '孙志强',
    'clerk',
    '区综合行政执法局',
    '部门经办人：签收、首次联系、办结、退单、延期',
    'clerk of a bureau: receives, contacts, resolves',
  ),
  persona(
    'property',
    '周丽华',
    'propertyManager',
    '安源物业',
    '物业负责人：签收并办理小区里的事',
    'property manager: handles what is wrong in the estate',
  ),
  persona(
    'dispatcher',
    '吴晓东',
    'dispatcher',
    '寒亭区',
    '指挥中心派单员：派单、裁定、延期审批',
    'dispatcher: dispatches, rules, grants extensions',
  ),
  persona(
    'supervisor',
    '郑文静',
    'supervisor',
    '寒亭区',
    '督办员：挂起审批、申诉复核、督办',
    'supervisor: grants pauses, hears appeals, supervises',
  ),
  persona('leader', '冯国栋', 'leader', '寒亭区', '区领导：看全区、督办', 'district leader: sees the whole, supervises'),
  persona(
    'admin',
    '陈思远',
    'systemAdmin',
    '寒亭区',
    '管理员：系统、安全、审计三个岗位（只有演示中可兼任）',
    'holds all three administrators’ posts, as only a demo may',
  ),
]

export const demoPassword = 'linli-demo'
