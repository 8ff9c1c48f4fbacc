import type { ComponentType } from 'react'
import { type Words, w } from '../shared/language.ts'
import { lazyPage } from '../shared/lazyPage.ts'

/** The headings of the menu. */
export const parts = {
  work: w('事项与办事', 'Cases and errands'),
  figures: w('统计', 'Figures'),
  organisation: w('组织与网格', 'Organisation and grids'),
  service: w('驿站与服务', 'Stations and services'),
  settings: w('管理', 'Administration'),
} as const satisfies Record<string, Words>

/** A page of the console: where it is, what it is called, and which roles have it. */
export interface Room {
  path: string
  /** Under which heading of the menu it stands. */
  part: keyof typeof parts
  words: Words
  roles: readonly string[]
  page: ComponentType<{ code?: string }>
  /** Leads the menu until the district has begun, and leaves it then. */
  untilBegun?: true
}

const overseers = ['dispatcher', 'supervisor', 'caller', 'leader']
const places = ['communitySecretary', 'communityWorker', 'streetDesk', 'dutyOfficer', 'gridLeader', 'gridWorker']
const gridReaders = ['dispatcher', 'supervisor', 'leader', ...places]
const gridOverseers = ['dispatcher', 'supervisor', 'leader', 'communitySecretary', 'communityWorker', 'streetDesk', 'dutyOfficer']
const committeeReaders = [
  'dispatcher',
  'supervisor',
  'leader',
  'communitySecretary',
  'communityWorker',
  'streetDesk',
  'dutyOfficer',
  'clerk',
  'unitLeader',
  'propertyManager',
]
const branchTenders = [...overseers, 'communitySecretary', 'communityWorker', 'streetDesk', 'dutyOfficer']
const units = ['clerk', 'unitLeader', 'propertyManager']

/** The rooms of the console, in the order of its menu. A room that a role does not have is not in its menu; the server says no anyway. */
export const rooms: readonly Room[] = [
  {
    path: '/console/start',
    part: 'settings',
    words: w('开通向导', 'Getting started'),
    roles: ['systemAdmin'],
    page: lazyPage(() => import('./StartPage.tsx')),
    untilBegun: true,
  },
  {
    path: '/console/board',
    part: 'work',
    words: w('看板', 'Board'),
    roles: [...overseers, 'communitySecretary', 'streetDesk', 'clerk', 'unitLeader'],
    page: lazyPage(() => import('#capabilities/cases/pages/console/BoardPage.tsx')),
  },
  {
    path: '/console/cases',
    part: 'work',
    words: w('事项', 'Cases'),
    roles: [...overseers, ...places, ...units],
    page: lazyPage(() => import('#capabilities/cases/pages/console/CasesTablePage.tsx')),
  },
  {
    path: '/console/intake',
    part: 'work',
    words: w('来电来访', 'Calls and visits'),
    roles: [
      'dispatcher',
      'caller',
      'streetDesk',
      'dutyOfficer',
      'communitySecretary',
      'communityWorker',
      'gridWorker',
      'gridLeader',
    ],
    page: lazyPage(() => import('#capabilities/cases/pages/console/IntakePage.tsx')),
  },
  {
    path: '/console/map',
    part: 'work',
    words: w('地图', 'Map'),
    roles: [...overseers, ...places, ...units],
    page: lazyPage(() => import('#capabilities/cases/pages/console/MapPage.tsx')),
  },
  {
    path: '/console/overview',
    part: 'figures',
    words: w('总览', 'Overview'),
    roles: [...overseers, ...places, ...units],
    page: lazyPage(() => import('./overview/OverviewPage.tsx')),
  },
  {
    path: '/console/monthly',
    part: 'figures',
    words: w('月报', 'Monthly report'),
    roles: [...overseers, ...places, ...units],
    page: lazyPage(() => import('./MonthlyPage.tsx')),
  },
  {
    path: '/console/brief',
    part: 'figures',
    words: w('工作简报', 'Work brief'),
    roles: [...overseers, 'communitySecretary', 'communityWorker', 'streetDesk', 'dutyOfficer'],
    page: lazyPage(() => import('./BriefPage.tsx')),
  },
  {
    path: '/console/specials',
    part: 'work',
    words: w('专项', 'Special tasks'),
    roles: [...overseers, 'communitySecretary', 'communityWorker', 'streetDesk'],
    page: lazyPage(() => import('#capabilities/specials/pages/SpecialsPage.tsx')),
  },
  {
    path: '/console/bulletins',
    part: 'work',
    words: w('小区通知', 'Bulletins'),
    roles: [...overseers, 'communitySecretary', 'communityWorker', 'streetDesk', ...units],
    page: lazyPage(() => import('#capabilities/bulletins/pages/BulletinsPage.tsx')),
  },
  {
    path: '/console/people',
    part: 'settings',
    words: w('人员与岗位', 'People and posts'),
    roles: ['systemAdmin', 'securityAdmin', 'auditAdmin'],
    page: lazyPage(() => import('./admin/PeoplePage.tsx')),
  },
  {
    path: '/console/categories',
    part: 'settings',
    words: w('事项类别', 'Categories'),
    roles: ['systemAdmin'],
    page: lazyPage(() => import('#capabilities/cases/pages/rules/CategoriesPage.tsx')),
  },
  {
    path: '/console/second-factor',
    part: 'settings',
    words: w('动态口令', 'Second factor'),
    roles: ['securityAdmin'],
    page: lazyPage(() => import('./admin/SecondFactorPage.tsx')),
  },
  {
    path: '/console/idle-ends',
    part: 'settings',
    words: w('无操作自动退出', 'Desks left alone'),
    roles: ['securityAdmin'],
    page: lazyPage(() => import('./admin/IdleEndsPage.tsx')),
  },
  {
    path: '/console/changes',
    part: 'settings',
    words: w('变更记录', 'Trail'),
    roles: ['auditAdmin'],
    page: lazyPage(() => import('./admin/AuditPage.tsx')),
  },
  {
    path: '/console/sign-ins',
    part: 'settings',
    words: w('登录记录', 'Sign-ins'),
    roles: ['auditAdmin'],
    page: lazyPage(() => import('./admin/SignInsPage.tsx')),
  },
  {
    path: '/console/looks',
    part: 'settings',
    words: w('谁看过个人信息', 'Looks at personal data'),
    roles: ['auditAdmin'],
    page: lazyPage(() => import('./admin/looks/LookAuditPage.tsx')),
  },
  {
    path: '/console/webhooks',
    part: 'settings',
    words: w('对接', 'Webhooks'),
    roles: ['systemAdmin'],
    page: lazyPage(() => import('./admin/webhooks/WebhooksPage.tsx')),
  },
  {
    path: '/console/places',
    part: 'settings',
    words: w('单位与网格', 'Units and grids'),
    roles: ['systemAdmin'],
    page: lazyPage(() => import('./admin/places/PlacesPage.tsx')),
  },
  {
    path: '/console/grids',
    part: 'organisation',
    words: w('网格边界', 'Grid boundaries'),
    roles: ['systemAdmin'],
    page: lazyPage(() => import('./admin/redrawing/RedrawingPage.tsx')),
  },
  {
    path: '/console/committees',
    part: 'organisation',
    words: w('治理委员会', 'Committees'),
    roles: [...committeeReaders, 'systemAdmin'],
    page: lazyPage(() => import('#capabilities/committees/pages/CommitteesRoom.tsx')),
  },
  {
    path: '/console/meetings',
    part: 'organisation',
    words: w('委员会会议', 'Meetings'),
    roles: committeeReaders,
    page: lazyPage(() => import('#capabilities/committees/pages/MeetingsRoom.tsx')),
  },
  {
    path: '/console/tasks',
    part: 'organisation',
    words: w('议定事项', 'Committee tasks'),
    roles: committeeReaders,
    page: lazyPage(() => import('#capabilities/committees/pages/TasksRoom.tsx')),
  },
  {
    path: '/console/committee-kinds',
    part: 'organisation',
    words: w('专项委员会类别', 'Committee kinds'),
    roles: ['systemAdmin'],
    page: lazyPage(() => import('#capabilities/committees/pages/KindsRoom.tsx')),
  },
  {
    path: '/console/stations',
    part: 'service',
    words: w('驿站', 'Stations'),
    roles: [...overseers, ...places, ...units, 'systemAdmin'],
    page: lazyPage(() => import('#capabilities/stations/pages/StationsRoom.tsx')),
  },
  {
    path: '/console/unverified-stations',
    part: 'service',
    words: w('待核实驿站', 'Stations to confirm'),
    roles: ['communitySecretary', 'communityWorker', 'streetDesk', ...units],
    page: lazyPage(() => import('#capabilities/stations/pages/UnverifiedRoom.tsx')),
  },
  {
    path: '/console/errands',
    part: 'work',
    words: w('帮办代办', 'Errands'),
    roles: [...overseers, ...places],
    page: lazyPage(() => import('#capabilities/errands/pages/ErrandsRoom.tsx')),
  },
  {
    path: '/console/errand-items',
    part: 'service',
    words: w('代办事项', 'Errand items'),
    roles: [...overseers, ...places, 'systemAdmin'],
    page: lazyPage(() => import('#capabilities/errands/pages/ItemsRoom.tsx')),
  },
  {
    path: '/console/applications',
    part: 'service',
    words: w('驿站申请', 'Station applications'),
    roles: ['communitySecretary', 'communityWorker', 'streetDesk'],
    page: lazyPage(() => import('#capabilities/applications/pages/ApplicationsRoom.tsx')),
  },
  {
    path: '/console/coverage',
    part: 'service',
    words: w('驿站覆盖', 'Station coverage'),
    roles: [...overseers, 'communitySecretary', 'communityWorker', 'streetDesk'],
    page: lazyPage(() => import('#capabilities/stations/pages/CoveragePage.tsx')),
  },
  {
    path: '/console/networks',
    part: 'organisation',
    words: w('多网融合', 'Networks'),
    roles: [...overseers, ...places, 'systemAdmin'],
    page: lazyPage(() => import('#capabilities/grids/pages/NetworksRoom.tsx')),
  },
  {
    path: '/console/network-duties',
    part: 'organisation',
    words: w('按条线看网格', 'Grids by network'),
    roles: [...gridOverseers, 'clerk', 'unitLeader'],
    page: lazyPage(() => import('#capabilities/visits/pages/DutiesRoom.tsx')),
  },
  {
    path: '/console/grid-groups',
    part: 'organisation',
    words: w('网格群', 'Grid groups'),
    roles: [...gridReaders, 'systemAdmin'],
    page: lazyPage(() => import('#capabilities/grids/pages/GroupsRoom.tsx')),
  },
  {
    path: '/console/portraits',
    part: 'organisation',
    words: w('网格员照片', 'Photos of workers'),
    roles: ['communitySecretary', 'communityWorker', 'gridLeader', 'gridWorker'],
    page: lazyPage(() => import('#capabilities/portraits/pages/PortraitsRoom.tsx')),
  },
  {
    path: '/console/reinforcements',
    part: 'organisation',
    words: w('网格力量', 'Reinforcements'),
    roles: [...gridReaders, 'systemAdmin'],
    page: lazyPage(() => import('#capabilities/grids/pages/ReinforcementsRoom.tsx')),
  },
  {
    path: '/console/part-time-grid-workers',
    part: 'organisation',
    words: w('兼职网格员', 'Part-time workers'),
    roles: [...gridReaders, 'systemAdmin'],
    page: lazyPage(() => import('#capabilities/grids/pages/PartTimeRoom.tsx')),
  },
  {
    path: '/console/branches',
    part: 'organisation',
    words: w('小区党支部', 'Branches'),
    roles: [...branchTenders, 'systemAdmin'],
    page: lazyPage(() => import('#capabilities/branches/pages/BranchesRoom.tsx')),
  },
  {
    path: '/console/branch-members',
    part: 'organisation',
    words: w('党员名单', 'Members of branches'),
    roles: ['communitySecretary', 'communityWorker'],
    page: lazyPage(() => import('#capabilities/branches/pages/MembersRoom.tsx')),
  },
  {
    path: '/console/areas',
    part: 'organisation',
    words: w('党员责任区', 'Areas'),
    roles: branchTenders,
    page: lazyPage(() => import('#capabilities/branches/pages/AreasPage.tsx')),
  },
  {
    path: '/console/declarations',
    part: 'organisation',
    words: w('亮身份', 'Declared'),
    roles: branchTenders,
    page: lazyPage(() => import('#capabilities/branches/pages/DeclaredPage.tsx')),
  },
  {
    path: '/console/import',
    part: 'settings',
    words: w('导入', 'Import'),
    roles: ['systemAdmin'],
    page: lazyPage(() => import('./admin/import/ImportPage.tsx')),
  },
  {
    path: '/console/calendar',
    part: 'settings',
    words: w('工作日历', 'Calendar'),
    roles: [...overseers, ...places, ...units, 'systemAdmin'],
    page: lazyPage(() => import('./admin/calendar/CalendarPage.tsx')),
  },
  {
    path: '/console/duties',
    part: 'settings',
    words: w('值班与替班', 'Duty and stand-ins'),
    roles: [...overseers, ...places, ...units, 'systemAdmin'],
    page: lazyPage(() => import('./admin/duties/DutiesPage.tsx')),
  },
  {
    path: '/console/codes',
    part: 'settings',
    words: w('二维码', 'Codes'),
    roles: ['systemAdmin', 'communitySecretary', 'communityWorker', 'streetDesk', 'propertyManager'],
    page: lazyPage(() => import('./QrSheetsPage.tsx')),
  },
]

export const roomsOf = (role: string | undefined): Room[] =>
  rooms.filter(({ roles }) => role !== undefined && roles.includes(role))
