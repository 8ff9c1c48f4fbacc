import { bodyOf, type Maker, type Makers } from '../kit.ts'

/** A station in 梅园, but for its code and name. */
export const station = {
  ...{ kind: 'neighbour', community: 'garden', address: '梅园物业楼一层', longitude: 119.005, latitude: 36.005 },
  ...{ host: { kind: 'propertyOffice', name: '万家物业' }, keeper: 'property-1', services: [], facilities: [], works: [] },
  ...{ hours: { weekly: [], exceptions: [] }, openedOn: '2025-05-01' },
}

/** What is open to all of the station, as HSDS tells it: the first of each sort. */
const told =
  (what: string): Maker<'station'> =>
  async ({ subject, handOf }) => {
    await subject('station')
    return bodyOf(await (await handOf('stranger')).get(`/hsds/${what}`)).contents[0].id
  }

/** A station, its photo, and what others read of it. */
export const subjects = {
  station: async ({ next, entryOf }) => {
    const code = `station-${next()}`
    return entryOf('stations', 'communitySecretary', { ...station, code, name: `驿站 ${code}` }, code)
  },
  'station photo': async ({ subject, handOf, photo }) => {
    const [code, id] = [await subject('station'), await photo('cast-communitySecretary')]
    const desk = await handOf('communitySecretary')
    bodyOf(await desk.post(`/api/stations/${code}/photos`, { id, caption: '门口' }))
    return id
  },
  'hsds organizations': told('organizations'),
  'hsds services': told('services'),
  'hsds service_at_locations': told('service_at_locations'),
  'hsds taxonomies': told('taxonomies'),
  'hsds taxonomy_terms': told('taxonomy_terms'),
} satisfies Makers<'station'>
