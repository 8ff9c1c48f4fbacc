import { defineRegister } from '#kernel/register/define.ts'
import { Branch } from './contract/branch.ts'
import { branchFields } from './fields.ts'
import { type BranchFacts, flawsOf } from './flaws.ts'
import { tenders } from './reach.ts'

/**
 * The party branches of estates (小区党支部). They come by sheets from the system that is master of them; what came so is not changed
 * by hand.
 */
export const branchRegister = defineRegister<typeof Branch, BranchFacts>({
  name: 'branches',
  label: { zh: '小区党支部', en: 'party branches of estates' },
  path: 'branches',
  keptIn: { schema: 'branches', table: 'branches', key: 'code', entry: 'branch' },
  entry: Branch,
  fields: branchFields,
  key: ({ code }) => code,
  columns: ({ kind, community }) => ({ kind, community }),
  found: ({ community }, { units }) => ({ street: units.get(community)?.street ?? '' }),
  filters: ['kind', 'street', 'community'],
  searched: ['name', 'secretary'],
  mayRead: tenders,
  mayEdit: ['communitySecretary', 'communityWorker', 'streetDesk', 'systemAdmin'],
  belongsTo: 'community',
  masterOf: ({ source }) => source?.system,
  check: (branch, { entries, facts }) => flawsOf(branch, entries, facts),
})
