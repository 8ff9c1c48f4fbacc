import type { Person } from '../cast.ts'
import { everybody, lookingAfter, only, type Row } from '../row.ts'

const visit = (...may: Person[]): Row => ({
  ...{ may, seen: ['gridWorker', ...lookingAfter], at: { id: 'visit' } },
})
/** Who reads duties by network: places, those who oversee, and whoever is of the department that leads the network. */
const dutyReaders: readonly Person[] = [
  ...lookingAfter.filter((name) => name !== 'caller'),
  ...(['communitySecretary elsewhere', 'communityWorker elsewhere', 'streetDesk elsewhere', 'dutyOfficer elsewhere'] as const),
  ...(['clerk', 'unitLeader'] as const),
]

/** Who may, of visits. */
// biome-ignore format: a row a route, to be read as a table
export const expected: Readonly<Record<string, Row>> = {
  'GET /api/flows/visits': everybody,
  'GET /api/visits/due': only('gridWorker', 'gridWorker elsewhere', 'gridLeader', 'gridLeader elsewhere'),
  'GET /api/visits/duties': only(...dutyReaders),
  'GET /api/visits/duties.xlsx': only(...dutyReaders),
  'GET /api/visits/duties.csv': only(...dutyReaders),
  'GET /api/visits/{id}': visit('gridWorker', 'communitySecretary', 'communityWorker', 'streetDesk', 'dutyOfficer', 'dispatcher', 'caller', 'supervisor', 'leader'),
  'POST /api/visits': { ...only('gridWorker', 'gridWorker elsewhere', 'gridLeader', 'gridLeader elsewhere'), input: { on: '2026-03-02', done: [{ network: 'network', what: '巡查楼道' }] } },
  'POST /api/visits/{id}/takeBack': visit('gridWorker'),
}
