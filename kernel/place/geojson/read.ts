import { type Words, words } from '../../words.ts'
import { absurd, type Pair, type System, toWgs84 } from '../coordinates.ts'
import type { Polygons } from '../rows.ts'

/** What is wrong with a feature of a file (the first has index 0), or with the file itself (no index). */
export interface Problem {
  index?: number
  code?: string
  problem: Words
}

/** The shape of a feature, in WGS 84. */
export type Shape = { point: Pair } | { polygons: Polygons }

export interface Feature {
  index: number
  properties: Readonly<Record<string, unknown>>
  shape?: Shape
}

/** The features of a GeoJSON FeatureCollection (RFC 7946), their coordinates brought to WGS 84, and those that cannot be read. */
export function readFeatures(collection: unknown, system: System): { features: Feature[]; problems: Problem[] } {
  if (!isRecord(collection) || collection.type !== 'FeatureCollection' || !Array.isArray(collection.features))
    return {
      features: [],
      problems: [{ problem: words('文件不是 GeoJSON 要素集(FeatureCollection)', 'the file is not a GeoJSON FeatureCollection') }],
    }
  const features: Feature[] = []
  const problems: Problem[] = []
  for (const [index, feature] of collection.features.entries()) {
    const read = readFeature(index, feature, system)
    if ('problem' in read) problems.push(read)
    else features.push(read)
  }
  return { features, problems }
}

function readFeature(index: number, feature: unknown, system: System): Feature | Problem {
  if (!isRecord(feature) || feature.type !== 'Feature')
    return { index, problem: words('不是 GeoJSON 要素(Feature)', 'not a GeoJSON Feature') }
  const properties = isRecord(feature.properties) ? feature.properties : {}
  const code = typeof properties.code === 'string' ? properties.code.slice(0, 60) : undefined
  if (feature.geometry === null || feature.geometry === undefined) return { index, properties }
  const shape = readShape(feature.geometry, system)
  return 'problem' in shape ? { index, ...(code && { code }), problem: shape.problem } : { index, properties, shape }
}

function readShape(geometry: unknown, system: System): Shape | { problem: Words } {
  if (!isRecord(geometry)) return { problem: words('几何图形无法读取', 'the geometry cannot be read') }
  const problems: Words[] = []
  const shape = shapeOf(geometry, { system, complain: (problem) => problems.push(problem) })
  const [problem] = problems
  return problem ? { problem } : shape
}

/** How coordinates are read: what is wrong with them is told, and reading goes on with what is there. */
interface Reading {
  system: System
  complain: (problem: Words) => void
}

function shapeOf({ type, coordinates }: Record<string, unknown>, reading: Reading): Shape {
  if (type === 'Point') return { point: pairOf(coordinates, reading) }
  if (type === 'Polygon') return { polygons: [polygonOf(coordinates, reading)] }
  if (type === 'MultiPolygon') return { polygons: listOf(coordinates, reading).map((polygon) => polygonOf(polygon, reading)) }
  const given = String(type).slice(0, 40)
  reading.complain(
    words(`几何类型“${given}”不适用：应为点、面或多面`, `a ${given} is no place: give a Point, Polygon or MultiPolygon`),
  )
  return { polygons: [] }
}

function polygonOf(value: unknown, reading: Reading): Pair[][] {
  const rings = listOf(value, reading).map((ring) => listOf(ring, reading).map((pair) => pairOf(pair, reading)))
  for (const ring of rings) {
    const [first, last] = [ring[0], ring.at(-1)]
    if (ring.length < 4 || first?.[0] !== last?.[0] || first?.[1] !== last?.[1])
      reading.complain(
        words('多边形的环没有闭合或少于四个点', 'a ring of the polygon is not closed or has fewer than four points'),
      )
  }
  return rings
}

function pairOf(value: unknown, { system, complain }: Reading): Pair {
  const [longitude, latitude] = Array.isArray(value) ? value : []
  const pair: Pair = [
    typeof longitude === 'number' ? longitude : Number.NaN,
    typeof latitude === 'number' ? latitude : Number.NaN,
  ]
  const problem = absurd(pair)
  if (!problem) return toWgs84(pair, system)
  complain(problem)
  return pair
}

function listOf(value: unknown, { complain }: Reading): unknown[] {
  if (Array.isArray(value) && value.length > 0) return value
  complain(words('坐标缺失或层次不对', 'coordinates are missing or wrongly nested'))
  return []
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
