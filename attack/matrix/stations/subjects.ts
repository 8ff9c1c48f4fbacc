/** A station in 梅园, but for its code and name. */
export const station = {
  ...{ kind: 'neighbour', community: 'garden', address: '梅园物业楼一层', longitude: 119.005, latitude: 36.005 },
  ...{ host: { kind: 'propertyOffice', name: '万家物业' }, keeper: 'property-1', services: [], facilities: [], works: [] },
  ...{ hours: { weekly: [], exceptions: [] }, openedOn: '2025-05-01' },
}
