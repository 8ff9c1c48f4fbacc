import { admin, editOf, everybody, keepers, keepersElsewhere, only, ownSheet, plum, type Row, staff, workers } from '../row.ts'
import { group, network, partTime, reinforcement } from './subjects.ts'

/** Who reads registers in which people of the grids stand. */
const gridReaders = workers
  .filter((name) => !/^(steward|clerk|unitLeader|propertyManager|caller)/.test(name))
  .concat('systemAdmin')
const groupEdit = editOf('g-pine', { ...group, grid: 'g-pine' })
const reinforcementEdit = editOf('reinforcement-edit', { ...reinforcement, code: 'reinforcement-edit' })
const partTimeEdit = editOf('part-time-edit', { ...partTime, code: 'part-time-edit' })

/** Who may, of grids. */
// biome-ignore format: a row a route, to be read as a table
export const expected: Readonly<Record<string, Row>> = {
  'GET /api/registers/networks': everybody,
  'GET /api/registers/networks/{key}': { ...everybody, at: { key: 'network' } },
  'GET /api/registers/networks.csv': everybody,
  'GET /api/registers/networks.xlsx': everybody,
  'GET /api/grids': everybody,
  'GET /api/grids/around/{code}': { ...everybody, at: plum },
  'GET /api/registers/networks/{key}/history': { ...only(...staff), at: { key: 'network' } },
  'PUT /api/registers/networks/{key}': { ...admin, at: { key: { is: 'network-edit' } }, input: { entry: { ...network, code: 'network-edit', name: { zh: '消防', en: 'fire safety' } }, version: 0 } },
  'DELETE /api/registers/networks/{key}': { ...admin, at: { key: 'network to end', version: { is: '1' } } },
  'POST /api/registers/networks/sheet': { ...admin, fileFor: ownSheet('networks') },
  'GET /api/registers/grid-groups': only(...gridReaders),
  'GET /api/registers/grid-groups/{key}': { ...only(...gridReaders), at: { key: 'group' } },
  'GET /api/registers/grid-groups.csv': only(...gridReaders),
  'GET /api/registers/grid-groups.xlsx': only(...gridReaders),
  'GET /api/registers/grid-groups/{key}/history': { ...only(...gridReaders), at: { key: 'group' } },
  'PUT /api/registers/grid-groups/{key}': { ...only(...keepers), at: { key: { is: groupEdit.key } }, input: groupEdit.input },
  'DELETE /api/registers/grid-groups/{key}': { ...only(...keepers), at: { key: 'group to end', version: { is: '1' } } },
  'POST /api/registers/grid-groups/sheet': { ...only(...keepers, ...keepersElsewhere), fileFor: ownSheet('grid-groups') },
  'GET /api/registers/reinforcements': only(...gridReaders),
  'GET /api/registers/reinforcements/{key}': { ...only(...gridReaders), at: { key: 'reinforcement' } },
  'GET /api/registers/reinforcements.csv': only(...gridReaders),
  'GET /api/registers/reinforcements.xlsx': only(...gridReaders),
  'GET /api/registers/reinforcements/{key}/history': { ...only(...gridReaders), at: { key: 'reinforcement' } },
  'PUT /api/registers/reinforcements/{key}': { ...only(...keepers), at: { key: { is: reinforcementEdit.key } }, input: reinforcementEdit.input },
  'DELETE /api/registers/reinforcements/{key}': { ...only(...keepers), at: { key: 'reinforcement to end', version: { is: '1' } } },
  'POST /api/registers/reinforcements/sheet': { ...only(...keepers, ...keepersElsewhere), fileFor: ownSheet('reinforcements') },
  'GET /api/registers/part-time-grid-workers': only(...gridReaders),
  'GET /api/registers/part-time-grid-workers/{key}': { ...only(...gridReaders), at: { key: 'partTime' } },
  'GET /api/registers/part-time-grid-workers.csv': only(...gridReaders),
  'GET /api/registers/part-time-grid-workers.xlsx': only(...gridReaders),
  'GET /api/registers/part-time-grid-workers/{key}/history': { ...only(...gridReaders), at: { key: 'partTime' } },
  'PUT /api/registers/part-time-grid-workers/{key}': { ...only(...keepers), at: { key: { is: partTimeEdit.key } }, input: partTimeEdit.input },
  'DELETE /api/registers/part-time-grid-workers/{key}': { ...only(...keepers), at: { key: 'partTime to end', version: { is: '1' } } },
  'POST /api/registers/part-time-grid-workers/sheet': { ...only(...keepers, ...keepersElsewhere), fileFor: ownSheet('part-time-grid-workers') },
}
