import { administrators } from '#kernel/people/roles.ts'
import { w } from '../../shared/language.ts'
import { lazyPage } from '../../shared/lazyPage.ts'
import type { Room } from './room.ts'

/** Whoever signs in, what they did, and by which rules the district works. */
export const administration: readonly Room[] = [
  {
    path: '/console/people',
    part: 'settings',
    words: w('人员与岗位', 'People and posts'),
    roles: [...administrators],
    page: lazyPage(() => import('../admin/PeoplePage.tsx')),
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
    page: lazyPage(() => import('../admin/SecondFactorPage.tsx')),
  },
  {
    path: '/console/idle-ends',
    part: 'settings',
    words: w('无操作自动退出', 'Desks left alone'),
    roles: ['securityAdmin'],
    page: lazyPage(() => import('../admin/IdleEndsPage.tsx')),
  },
  {
    path: '/console/changes',
    part: 'settings',
    words: w('变更记录', 'Trail'),
    roles: ['auditAdmin'],
    page: lazyPage(() => import('../admin/AuditPage.tsx')),
  },
  {
    path: '/console/sign-ins',
    part: 'settings',
    words: w('登录记录', 'Sign-ins'),
    roles: ['auditAdmin'],
    page: lazyPage(() => import('../admin/SignInsPage.tsx')),
  },
  {
    path: '/console/looks',
    part: 'settings',
    words: w('谁看过个人信息', 'Looks at personal data'),
    roles: ['auditAdmin'],
    page: lazyPage(() => import('../admin/looks/LookAuditPage.tsx')),
  },
  {
    path: '/console/webhooks',
    part: 'settings',
    words: w('对接', 'Webhooks'),
    roles: ['systemAdmin'],
    page: lazyPage(() => import('../admin/webhooks/WebhooksPage.tsx')),
  },
  {
    path: '/console/places',
    part: 'settings',
    words: w('单位与网格', 'Units and grids'),
    roles: ['systemAdmin'],
    page: lazyPage(() => import('../admin/places/PlacesPage.tsx')),
  },
  {
    path: '/console/grids',
    part: 'organisation',
    words: w('网格边界', 'Grid boundaries'),
    roles: ['systemAdmin'],
    page: lazyPage(() => import('../admin/redrawing/RedrawingPage.tsx')),
  },
]
