import { defineRegister } from '#kernel/register/define.ts'
import { words } from '#kernel/words.ts'
import { PartTimeGridWorker } from '../contract/entries.ts'
import { employers } from '../contract/kinds.ts'
import { flaw, type GridFacts, notAhead, onGrid, whereIs, withoutNumbers } from '../facts.ts'
import { choice, field, shared } from '../fields.ts'
import { editors, readers } from './readers.ts'

/** Part-time grid workers (兼职网格员) of property companies and owners' committees: a register of their own. */
export const partTimeRegister = defineRegister<typeof PartTimeGridWorker, GridFacts>({
  name: 'partTimeGridWorkers',
  label: { zh: '兼职网格员', en: 'part-time grid workers' },
  path: 'part-time-grid-workers',
  keptIn: { schema: 'grids', table: 'part_time', key: 'code', entry: 'kept' },
  entry: PartTimeGridWorker,
  fields: {
    ...shared,
    employer: choice('来自哪里', 'Employer', employers),
    company: field('物业企业', 'Property company', words('物业企业的单位代码', 'the code of the property company')),
  },
  key: ({ code }) => code,
  columns: ({ grid, employer }) => ({ grid, employer }),
  found: whereIs,
  filters: ['employer', 'grid', 'street', 'community'],
  searched: ['called', 'organisation'],
  mayRead: readers,
  mayEdit: editors,
  belongsTo: 'community',
  check: (one, { facts }) => [
    ...onGrid(one, facts),
    ...notAhead('since', one.since, facts),
    ...withoutNumbers({ called: one.called, organisation: one.organisation }),
    ...fitting(one, facts),
  ],
})

function fitting({ employer, company }: PartTimeGridWorker, { units }: GridFacts) {
  if (company === undefined) return []
  if (employer !== 'propertyCompany') return [flaw('company', '业主委员会的人不填物业企业', 'is of property companies only')]
  return units.get(company)?.kind === 'propertyCompany'
    ? []
    : [flaw('company', `本区没有“${company}”这个物业企业`, `the district has no property company "${company}"`)]
}
