import type { Role } from '#kernel/people/roles.ts'
import { type Address, caseSeenBy, firstSeenBy } from './address.ts'

const queueOf = (name: string, role: Role): Address => ({ name: `queue-${name}`, route: '/work/queue', role })
const stateOf = (state: string): Address => ({ name: `case-${state}`, ...caseSeenBy('dispatcher', `state=${state}`) })

/** The pages of those who work: their queues, and a case in each of its states. */
export const workers: readonly Address[] = [
  { name: 'sign-in', route: '/work' },
  queueOf('grid', 'gridWorker'),
  queueOf('community', 'communitySecretary'),
  queueOf('unit', 'clerk'),
  queueOf('property', 'propertyManager'),
  queueOf('dispatcher', 'dispatcher'),
  { name: 'queue-all', route: '/work/queue', role: 'gridWorker', path: () => '/work/queue?tab=all' },
  { name: 'grid-map', route: '/work/map', role: 'gridWorker' },
  { name: 'visits', route: '/work/visits', role: 'gridWorker' },
  { name: 'errands-work', route: '/work/errands/*?', role: 'communitySecretary', path: () => '/work/errands' },
  { name: 'errand-filing', route: '/work/errands/*?', role: 'gridWorker', path: () => '/work/errands/new' },
  { name: 'errand-secretary', route: '/errands/:id', ...firstSeenBy('communitySecretary', '/errands', 'errands') },
  { name: 'notices', route: '/notices', role: 'gridWorker' },
  { name: 'sessions', route: '/sessions', role: 'gridWorker' },
  { name: 'case-grid-accepted', ...caseSeenBy('gridWorker', 'scope=queue&state=accepted') },
  { name: 'case-unit-handling', ...caseSeenBy('clerk', 'scope=queue&state=handling') },
  ...['reported', 'accepted', 'triage', 'dispatched', 'handling', 'suspended', 'ledger', 'verifying'].map(stateOf),
  ...['contested', 'resolved', 'closed', 'declined', 'appealed', 'withdrawn', 'merged'].map(stateOf),
  {
    name: 'case-dispatching',
    ...caseSeenBy('gridWorker', 'scope=queue&state=accepted'),
    opens: async (page) => {
      await page.getByRole('button', { name: '派单', exact: true }).click()
      await page.locator('form:visible').first().waitFor()
    },
  },
]
