/** Boundaries as GeoJSON, as `/api/boundaries` tells them. */
export interface Collection {
  type: 'FeatureCollection'
  features: {
    type: 'Feature'
    properties: { kind?: string }
    geometry: { type: 'Polygon' | 'MultiPolygon'; coordinates: unknown }
  }[]
}
export type Bounds = [west: number, south: number, east: number, north: number]

/** Whether this device can draw a map; where it cannot, the list beside it says the same. */
export const hasWebGl = document.createElement('canvas').getContext('webgl2') !== null

/** The box around boundaries: the corners of all their points. */
export function boundsOf(collections: readonly Collection[]): Bounds | undefined {
  const box: Bounds = [180, 90, -180, -90]
  const take = (part: unknown): void => {
    if (!Array.isArray(part)) return
    const [longitude, latitude] = part
    if (typeof longitude !== 'number' || typeof latitude !== 'number') {
      for (const one of part) take(one)
      return
    }
    box[0] = Math.min(box[0], longitude)
    box[1] = Math.min(box[1], latitude)
    box[2] = Math.max(box[2], longitude)
    box[3] = Math.max(box[3], latitude)
  }
  for (const { features } of collections) for (const { geometry } of features) take(geometry.coordinates)
  return box[0] <= box[2] ? box : undefined
}
