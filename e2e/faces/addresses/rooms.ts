import type { Page } from 'playwright-core'
import type { Role } from '#kernel/people/roles.ts'
import { type Address, firstSeenBy } from './address.ts'

const room = (name: string, role: Role): Address => ({ name: `console-${name}`, route: `/console/${name}`, role })

/** A room with something opened in it that stays shut until somebody asks. */
const opened = (of: Address, more: string, opens: (page: Page) => Promise<void>): Address => ({
  ...of,
  name: `${of.name}-${more}`,
  opens,
})
const press = (name: string) => async (page: Page) => await page.getByRole('button', { name }).first().click()
const unfold = (words: string) => async (page: Page) => await page.getByText(words, { exact: true }).first().click()

const [cases, bulletins, people] = [
  room('cases', 'dispatcher'),
  room('bulletins', 'propertyManager'),
  room('people', 'systemAdmin'),
]

/** The rooms of the console, each with a role that has it. */
export const rooms: readonly Address[] = [
  { name: 'console', route: '/console/*?', role: 'systemAdmin', path: () => '/console' },
  room('start', 'systemAdmin'),
  room('board', 'dispatcher'),
  cases,
  opened(cases, 'beside', async (page) => {
    await page.locator('tbody tr').first().click()
    await page.locator('.beside').getByRole('heading').first().waitFor()
  }),
  room('intake', 'dispatcher'),
  room('map', 'dispatcher'),
  room('overview', 'leader'),
  room('monthly', 'leader'),
  room('brief', 'leader'),
  room('stations', 'communitySecretary'),
  { ...room('stations', 'leader'), name: 'console-stations-leader' },
  room('unverified-stations', 'communitySecretary'),
  room('committees', 'streetDesk'),
  room('meetings', 'streetDesk'),
  room('tasks', 'communitySecretary'),
  { name: 'console-meeting', route: '/console/meetings', ...firstSeenBy('streetDesk', '/console/meetings', 'meetings') },
  { name: 'console-task', route: '/console/tasks', ...firstSeenBy('communitySecretary', '/console/tasks', 'tasks') },
  room('committee-kinds', 'systemAdmin'),
  room('errands', 'communitySecretary'),
  room('errand-items', 'systemAdmin'),
  room('applications', 'communitySecretary'),
  room('coverage', 'leader'),
  room('branches', 'communitySecretary'),
  room('branch-members', 'communitySecretary'),
  room('areas', 'communitySecretary'),
  room('declarations', 'leader'),
  room('networks', 'systemAdmin'),
  room('network-duties', 'communitySecretary'),
  room('grid-groups', 'communitySecretary'),
  room('portraits', 'gridWorker'),
  room('reinforcements', 'communitySecretary'),
  room('part-time-grid-workers', 'communitySecretary'),
  room('specials', 'dispatcher'),
  bulletins,
  opened(bulletins, 'write', press('写一个通知')),
  { ...room('bulletins', 'leader'), name: 'console-bulletins-leader' },
  people,
  opened(people, 'new', unfold('新建账号')),
  room('categories', 'systemAdmin'),
  {
    ...room('categories', 'systemAdmin'),
    name: 'console-category',
    path: ({ name }) => (name === 'empty' ? undefined : '/console/categories/municipal.streetLamp'),
  },
  room('second-factor', 'securityAdmin'),
  room('idle-ends', 'securityAdmin'),
  room('changes', 'auditAdmin'),
  room('sign-ins', 'auditAdmin'),
  room('looks', 'auditAdmin'),
  room('webhooks', 'systemAdmin'),
  opened(room('webhooks', 'systemAdmin'), 'new', unfold('新增一个对接')),
  room('places', 'systemAdmin'),
  room('grids', 'systemAdmin'),
  room('import', 'systemAdmin'),
  room('calendar', 'systemAdmin'),
  room('duties', 'systemAdmin'),
  room('codes', 'systemAdmin'),
]
