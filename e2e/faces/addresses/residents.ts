import { asked, handIn, handOf } from '../worlds/world.ts'
import { type Address, caseSeenBy, firstSeenBy } from './address.ts'

const said = '3号楼东边的路灯不亮，晚上很黑'

/** The pages that residents open, with and without an account. */
export const residents: readonly Address[] = [
  { name: 'home', route: '/' },
  { name: 'report', route: '/report' },
  { name: 'report-door', route: '/r/:code', path: ({ door }) => `/r/${door}` },
  {
    name: 'report-where',
    route: '/report',
    opens: async (page) => {
      await page.getByLabel('用自己的话说就行').fill(said)
      await page.getByRole('button', { name: '下一步' }).click()
      await page.getByRole('heading', { level: 1 }).filter({ hasText: '在哪' }).waitFor()
    },
  },
  {
    name: 'report-check',
    route: '/r/:code',
    path: ({ name, door }) => (name === 'empty' ? undefined : `/r/${door}`),
    opens: async (page) => {
      await page.getByLabel('用自己的话说就行').fill(said)
      await page.getByRole('button', { name: '下一步' }).click()
      await page.getByText('换一类').waitFor()
    },
  },
  { name: 'bulletin', route: '/b/:id', path: ({ bulletin }) => bulletin && `/b/${bulletin}` },
  { name: 'bulletin-sheet', route: '/b/:id/door', path: ({ bulletin }) => bulletin && `/b/${bulletin}/door` },
  { name: 'my-door', route: '/my' },
  { name: 'my', route: '/my', role: 'resident' },
  { name: 'solved', route: '/solved' },
  { name: 'near', route: '/near' },
  {
    ...{ name: 'near-estate', route: '/near' },
    path: ({ name }) => (name === 'empty' ? undefined : '/near'),
    opens: async (page) => {
      await page.locator('.rows button').first().click()
      await page.getByRole('heading', { name: '我的网格' }).waitFor()
      await page.getByRole('heading', { name: '最近的驿站' }).waitFor()
    },
  },
  { name: 'branch-door', route: '/branch' },
  { name: 'branch', route: '/branch', role: 'resident' },
  { name: 'stations', route: '/stations' },
  { name: 'stations-apply', route: '/stations/apply', role: 'resident' },
  {
    ...{ name: 'station', route: '/stations/:code' },
    path: async (world) => {
      const { rows } = await asked<{ rows: { code: string }[] }>(await handIn(world), '/api/stations')
      return rows[0] && `/stations/${rows[0].code}`
    },
  },
  {
    ...{ name: 'station-trouble', route: '/stations/:code/trouble' },
    path: async (world) => {
      const { rows } = await asked<{ rows: { code: string }[] }>(await handIn(world), '/api/stations')
      return rows[0] && `/stations/${rows[0].code}/trouble`
    },
  },
  { name: 'committees', route: '/committees' },
  { name: 'errands', route: '/errands' },
  { name: 'errands-mine', route: '/errands', role: 'resident' },
  { name: 'errand', route: '/errands/:id', ...firstSeenBy('resident', '/errands', 'errands') },
  {
    ...{ name: 'errand-letter', route: '/errands/:id/letter', role: 'resident' },
    path: async (world) => {
      const hand = await handOf(world, 'resident')
      const { rows } = hand ? await asked<{ rows: { id: string; state: string }[] }>(hand, '/api/errands') : { rows: [] }
      const begun = rows.find(({ state }) => state === 'submitted')
      return begun && `/errands/${begun.id}/letter`
    },
  },
  { name: 'query', route: '/query' },
  { name: 'question', route: '/q/:token', path: ({ question }) => question },
  { name: 'case-door', ...caseSeenBy('resident'), role: undefined },
  { name: 'case-resident', ...caseSeenBy('resident') },
  { name: 'case-resident-rates', ...caseSeenBy('resident', 'state=resolved') },
  { name: 'notices-resident', route: '/notices', role: 'resident' },
  { name: 'unsent', route: '/unsent' },
  { name: 'help', route: '/help/:who?', path: () => '/help' },
  { name: 'help-resident', route: '/help/:who?', path: () => '/help/resident' },
  { name: 'looks-at-me', route: '/looks', role: 'resident' },
  { name: 'nowhere', route: '', path: () => '/no/such/page' },
]
