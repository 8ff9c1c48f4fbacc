import type { SeenStation } from './show.ts'

/** A station as a feature of GeoJSON (RFC 7946): a point in WGS 84, longitude first, with what everybody reads of it. */
export function featureOf({ longitude, latitude, code, week, ...station }: SeenStation) {
  const { kind, name, community, communityName, address, host, phone, services, facilities, open, verifiedOn } = station
  return {
    type: 'Feature',
    id: code,
    geometry: { type: 'Point', coordinates: [longitude, latitude] },
    properties: {
      ...{ code, kind, name, address, community, communityName, host: host.name, services, facilities, open },
      hours: week.map(({ zh }) => zh),
      ...(phone !== undefined && { phone }),
      ...(verifiedOn !== undefined && { verifiedOn }),
    },
  } as const
}
