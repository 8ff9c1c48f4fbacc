import { defineRegister } from '#kernel/register/define.ts'
import { words } from '#kernel/words.ts'
import { Reinforcement } from '../contract/entries.ts'
import { forces } from '../contract/kinds.ts'
import { type GridFacts, notAhead, onGrid, whereIs, withoutNumbers } from '../facts.ts'
import { choice, field, shared } from '../fields.ts'
import { editors, readers } from './readers.ts'

/** People from outside who reinforce the grids (网格力量): police, water, power, heating, volunteers. */
export const reinforcementRegister = defineRegister<typeof Reinforcement, GridFacts>({
  name: 'reinforcements',
  label: { zh: '充实网格的力量', en: 'people who reinforce the grids' },
  path: 'reinforcements',
  keptIn: { schema: 'grids', table: 'reinforcements', key: 'code', entry: 'kept' },
  entry: Reinforcement,
  fields: {
    ...shared,
    force: choice('哪支力量', 'Force', forces),
    skills: field('能做什么', 'Skills'),
    hours: field('什么时候在', 'Hours', words('如“工作日白天”', 'as: by day, Monday to Friday')),
  },
  key: ({ code }) => code,
  columns: ({ grid, force }) => ({ grid, force }),
  found: whereIs,
  filters: ['force', 'grid', 'street', 'community'],
  searched: ['called', 'organisation', 'skills'],
  mayRead: readers,
  mayEdit: editors,
  belongsTo: 'community',
  check: (one, { facts }) => [
    ...onGrid(one, facts),
    ...notAhead('since', one.since, facts),
    ...withoutNumbers({ called: one.called, organisation: one.organisation, skills: one.skills, hours: one.hours }),
  ],
})
