import type { Person } from '../cast.ts'
import { anyoneSignedIn, everybody, lookingAfter, only, type Row } from '../row.ts'
import { shop } from './subjects.ts'

const application = (state: 'applied' | 'visited' | 'approved', ...may: Person[]): Row => ({
  ...{ may, seen: [...lookingAfter, 'reporter'], at: { id: `application ${state}` } },
})

/** Who may, of applications. */
// biome-ignore format: a row a route, to be read as a table
export const expected: Readonly<Record<string, Row>> = {
  'GET /api/flows/applications': everybody,
  'GET /api/applications': anyoneSignedIn,
  'GET /api/applications/{id}': application('applied', ...lookingAfter, 'reporter'),
  'POST /api/applications': { ...only('reporter', 'neighbour'), input: shop },
  'POST /api/applications/{id}/visit': { ...application('applied', 'communitySecretary', 'communityWorker'), input: { visitedOn: '2026-03-02', found: '门口有台阶' } },
  'POST /api/applications/{id}/approve': application('visited', 'communitySecretary', 'communityWorker'),
  'POST /api/applications/{id}/publish': { ...application('approved', 'communitySecretary', 'communityWorker'), inputFor: async ({ subject }) => ({ station: await subject('station') }) },
  'POST /api/applications/{id}/decline': application('applied', 'communitySecretary', 'communityWorker'),
  'POST /api/applications/{id}/withdraw': application('applied', 'reporter'),
}
