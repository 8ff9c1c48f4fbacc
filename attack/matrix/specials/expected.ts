import type { Person } from '../cast.ts'
import { anyoneSignedIn, everybody, lookingAfter, type Row } from '../row.ts'

const special = (state: 'proposed' | 'taken', ...may: Person[]): Row => ({
  may,
  seen: lookingAfter,
  at: { id: `special ${state}` },
})

/** Who may, of specials. */
// biome-ignore format: a row a route, to be read as a table
export const expected: Readonly<Record<string, Row>> = {
  'GET /api/flows/specials': everybody,
  'GET /api/specials': anyoneSignedIn,
  'GET /api/specials/{id}': special('proposed', ...lookingAfter),
  'POST /api/specials/{id}/take': special('proposed', 'communitySecretary'),
  'POST /api/specials/{id}/setAside': special('proposed', 'communitySecretary'),
  'POST /api/specials/{id}/conclude': special('taken', 'communitySecretary'),
}
