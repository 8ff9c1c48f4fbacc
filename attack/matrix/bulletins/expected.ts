import type { Person } from '../cast.ts'
import { anyoneSignedIn, everybody, lookingAfter, only, plum, type Row, staff } from '../row.ts'

const bulletinSeen = lookingAfter
const bulletin = (...may: Person[]): Row => ({ may, seen: bulletinSeen, at: { id: 'bulletin' } })
const water = { what: '检修', places: ['plum'], from: '2026-03-03T09:00:00+08:00', until: '2026-03-03T17:00:00+08:00' }

/** Who may, of bulletins. */
// biome-ignore format: a row a route, to be read as a table
export const expected: Readonly<Record<string, Row>> = {
  'GET /api/flows/bulletins': everybody,
  'GET /api/bulletins/at/{code}': { ...everybody, at: plum },
  'GET /api/bulletins/read/{id}': { ...everybody, at: { id: 'bulletin' } },
  'GET /api/bulletins': only(...staff),
  'GET /api/bulletins/{id}': { ...anyoneSignedIn, at: { id: 'bulletin' } },
  'POST /api/bulletins': { ...only('communitySecretary', 'communityWorker', 'streetDesk', 'clerk assisting', 'propertyManager assisting'), input: { kind: 'water', ...water } },
  'POST /api/bulletins/{id}/correct': { ...bulletin('communitySecretary', 'communityWorker'), input: water },
  'POST /api/bulletins/{id}/takeBack': bulletin('communitySecretary', 'communityWorker'),
  'GET /api/bulletins/places': only('communitySecretary', 'communitySecretary elsewhere', 'communityWorker', 'communityWorker elsewhere', 'streetDesk', 'streetDesk elsewhere', 'clerk', 'clerk assisting', 'clerk elsewhere', 'unitLeader', 'unitLeader elsewhere', 'propertyManager assisting', 'propertyManager elsewhere'),
}
