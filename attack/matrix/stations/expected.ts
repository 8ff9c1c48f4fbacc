import {
  anyoneSignedIn,
  everybody,
  keepers,
  keepersElsewhere,
  only,
  ownSheet,
  photoOfTheirs,
  type Row,
  staff,
  workers,
} from '../row.ts'
import { station } from './subjects.ts'

const stationAt = { key: 'station' } as const
const stationPhoto = { code: 'station', photo: 'station photo' } as const
const stationEdit = { entry: { ...station, code: 'station-edit', name: '驿站' }, version: 0 }
/** Whoever tends the station: those, and the property company that keeps it. */
const tenders = ['communitySecretary', 'communityWorker', 'streetDesk', 'systemAdmin', 'propertyManager assisting'] as const

/** Who may, of stations. */
// biome-ignore format: a row a route, to be read as a table
export const expected: Readonly<Record<string, Row>> = {
  'GET /api/registers/stations': everybody,
  'GET /api/registers/stations/{key}': { ...everybody, at: stationAt },
  'GET /api/registers/stations.csv': everybody,
  'GET /api/registers/stations.xlsx': everybody,
  'GET /api/stations': everybody,
  'GET /api/stations.geojson': everybody,
  'GET /api/stations/{code}/photos/{photo}': { ...everybody, at: stationPhoto },
  'GET /hsds': everybody,
  'GET /hsds/organizations/{id}': { ...everybody, at: { id: 'hsds organizations' } },
  'GET /hsds/services/{id}': { ...everybody, at: { id: 'hsds services' } },
  'GET /hsds/service_at_locations/{id}': { ...everybody, at: { id: 'hsds service_at_locations' } },
  'GET /hsds/taxonomies/{id}': { ...everybody, at: { id: 'hsds taxonomies' } },
  'GET /hsds/taxonomy_terms/{id}': { ...everybody, at: { id: 'hsds taxonomy_terms' } },
  'GET /hsds/organizations': everybody,
  'GET /hsds/services': everybody,
  'GET /hsds/service_at_locations': everybody,
  'GET /hsds/taxonomies': everybody,
  'GET /hsds/taxonomy_terms': everybody,
  'GET /api/stations/{code}': { ...everybody, at: { code: 'station' } },
  'GET /api/registers/stations/{key}/history': { ...only(...staff), at: stationAt },
  'PUT /api/registers/stations/{key}': { ...only(...keepers), at: { key: { is: 'station-edit' } }, input: stationEdit },
  'DELETE /api/registers/stations/{key}': { ...only(...keepers), at: { ...stationAt, version: { is: '1' } } },
  // Whose rows a sheet has is seen once it is read.
  'POST /api/registers/stations/sheet': { ...only(...keepers, ...keepersElsewhere), fileFor: ownSheet('stations') },
  'GET /api/stations/unverified': anyoneSignedIn,
  'POST /api/stations/{code}/verify': { ...only(...tenders), at: { code: 'station' } },
  'POST /api/stations/{code}/photos': { ...only(...tenders), at: { code: 'station' }, inputFor: async (given) => ({ id: await photoOfTheirs(given), caption: '门口' }) },
  'DELETE /api/stations/{code}/photos/{photo}': { ...only(...tenders), at: stationPhoto },
  'GET /api/stations/coverage': only(...workers),
  'GET /api/stations/sites': only(...workers),
}
