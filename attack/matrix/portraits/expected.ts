import type { Person } from '../cast.ts'
import { communityDesks, everybody, lookingAfter, only, photoOfTheirs, type Row } from '../row.ts'

/** Whose photo it is, and their community; posts at their grid, and whoever sees the district, see that they agreed. */
const portrait = (state: 'agreed' | 'shown', ...may: Person[]): Row => ({
  ...{ may, at: { id: `portrait ${state}` } },
  seen: ['gridWorker', ...communityDesks, 'dispatcher', 'caller', 'supervisor', 'leader'],
})
const portraitReaders: readonly Person[] = [
  ...(['gridWorker', 'gridWorker elsewhere', 'gridLeader', 'gridLeader elsewhere'] as const),
  ...([...communityDesks, 'communitySecretary elsewhere', 'communityWorker elsewhere'] as const),
]

/** Who may, of portraits. */
// biome-ignore format: a row a route, to be read as a table
export const expected: Readonly<Record<string, Row>> = {
  'GET /api/flows/portraits': everybody,
  'GET /api/portraits': only(...portraitReaders),
  'GET /api/portraits/{id}': portrait('agreed', 'gridWorker', ...lookingAfter.filter((name) => name !== 'streetDesk' && name !== 'dutyOfficer')),
  'GET /api/portraits/{id}/photos/{photo}': { ...everybody, at: { id: 'portrait shown', photo: 'its photo' } },
  'POST /api/portraits': only('gridWorker', 'gridWorker elsewhere', 'gridLeader', 'gridLeader elsewhere'),
  'POST /api/portraits/{id}/putPhoto': { ...portrait('agreed', 'gridWorker', ...communityDesks), inputFor: async (given) => ({ photo: await photoOfTheirs(given) }) },
  'POST /api/portraits/{id}/takeDown': portrait('shown', 'gridWorker', ...communityDesks),
  'POST /api/portraits/{id}/withdraw': portrait('shown', 'gridWorker'),
}
