import { admin, anyoneSignedIn, everybody, only, plum, type Row } from '../row.ts'

const newEstate = {
  ...{ type: 'Feature', geometry: { type: 'Point', coordinates: [119.006, 36.006] } },
  properties: { code: 'newer-estate', name: '新新苑', kind: 'estate', parent: 'garden' },
}

/** Who may, of places, units and the calendar. */
// biome-ignore format: a row a route, to be read as a table
export const expected: Readonly<Record<string, Row>> = {
  'GET /api/tiles': everybody,
  'GET /api/places': everybody,
  'GET /api/places/estates': everybody,
  'GET /api/places/{code}': { ...everybody, at: plum },
  'GET /api/locate': { ...everybody, at: { longitude: { is: '119.005' }, latitude: { is: '36.005' }, system: { is: 'wgs84' } } },
  'GET /api/boundaries': everybody,
  'POST /api/places/mentioned': everybody,
  'GET /api/calendar': anyoneSignedIn,
  'GET /api/units/{code}': { ...admin, at: plum },
  'PATCH /api/units/{code}': { ...admin, at: plum, input: { name: '梅园小区' } },
  'GET /api/units/{code}/grids': { ...admin, at: { ...plum, level: { is: '2' } } },
  'GET /api/units/{code}/hanging': { ...admin, at: plum },
  'GET /api/units/{code}/changes': { ...only('systemAdmin', 'auditAdmin'), at: plum },
  'POST /api/units': { ...admin, input: { code: 'new-estate', kind: 'estate', name: '新苑', parent: 'garden' } },
  'GET /api/grids/redrawings': admin,
  'POST /api/grids/redrawings': { ...admin, input: { grid: 'g-pine', to: 'g-plum', on: '2026-03-04', words: '合并' } },
  'POST /api/import/{what}': { ...admin, at: { what: { is: 'units' }, system: { is: 'wgs84' } }, input: { type: 'FeatureCollection', features: [] }, inputFor: async () => ({ type: 'FeatureCollection', features: [newEstate] }) },
  'PUT /api/calendar/{year}': { ...admin, at: { year: { is: '2026' } }, input: { hours: [{ from: '09:00', to: '17:00' }], days: [] } },
}
