import type { GridGroup, Network, PartTimeGridWorker, Reinforcement } from '#capabilities/grids/contract/entries.ts'
import type { Makers } from '../kit.ts'

/** What hangs on the grids of the neighbourhood, for the doors of their registers. */
export const network: Network = {
  ...{ code: 'network', name: { zh: '综治', en: 'social order' }, carriedBy: ['level1', 'level2'], department: 'urban' },
  items: [{ what: '巡查楼道', by: 'gridWorker', rhythm: 'weekly' }],
}
export const group: GridGroup = {
  ...{ grid: 'g-plum', name: '梅园网格群', keeper: '网格员', size: 210, countedOn: '2026-03-01' },
}
export const reinforcement: Reinforcement = {
  ...{
    code: 'reinforcement',
    force: 'police',
    called: '王警官',
    organisation: '城北派出所',
    grid: 'g-plum',
    since: '2026-01-05',
  },
}
export const partTime: PartTimeGridWorker = {
  ...{ code: 'part-time', called: '褚师傅', employer: 'propertyCompany', organisation: '万家物业', company: 'property-1' },
  ...{ grid: 'g-plum', since: '2026-01-05' },
}

/** Entries of the registers of grids. */
export const subjects = {
  network: ({ entryOf }) => entryOf('networks', 'systemAdmin', network, network.code),
  group: ({ entryOf }) => entryOf('grid-groups', 'communitySecretary', group, group.grid),
  reinforcement: ({ entryOf }) => entryOf('reinforcements', 'communitySecretary', reinforcement, reinforcement.code),
  'network to end': ({ entryOf, next }) => {
    const code = `network-${next()}`
    return entryOf('networks', 'systemAdmin', { ...network, code, name: { zh: `综治 ${code}`, en: code } }, code)
  },
  'group to end': async ({ handOf, entryOf }) => {
    const grid = 'g-plum-1'
    const { status } = await (await handOf('systemAdmin')).get(`/api/registers/grid-groups/${grid}`)
    return status === 200 ? grid : entryOf('grid-groups', 'communitySecretary', { ...group, grid }, grid)
  },
  'reinforcement to end': ({ entryOf, next }) => {
    const code = `reinforcement-${next()}`
    return entryOf('reinforcements', 'communitySecretary', { ...reinforcement, code }, code)
  },
  'partTime to end': ({ entryOf, next }) => {
    const code = `part-time-${next()}`
    return entryOf('part-time-grid-workers', 'communitySecretary', { ...partTime, code }, code)
  },
  partTime: ({ entryOf }) => entryOf('part-time-grid-workers', 'communitySecretary', partTime, partTime.code),
} satisfies Makers
