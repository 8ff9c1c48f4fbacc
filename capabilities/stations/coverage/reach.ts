import type { Point } from '#kernel/place/coordinates.ts'
import type { Building } from './coverage.ts'
import { nearby } from './nearby.ts'

/** A place where a station might be opened. */
export interface Candidate {
  code: string
  point: Point
}

/** Buildings that no station covers and that the same candidates would: for a choice they are as one. */
export interface Cluster {
  residents: number
  buildings: Building[]
  candidates: readonly Candidate[]
}

/** What candidates could cover, and how many have no station now, those that no candidate reaches among them. */
export interface Reach {
  uncovered: number
  clusters: Cluster[]
}

/** Of the buildings that no station covers within these minutes' walk: which candidates would. */
export function reachOf({
  buildings,
  stations,
  candidates,
  minutes,
}: {
  buildings: readonly Building[]
  stations: readonly { point: Point }[]
  candidates: readonly Candidate[]
  minutes: number
}): Reach {
  const stationsNear = nearby(stations, minutes)
  const candidatesNear = nearby(candidates, minutes)
  const uncovered = buildings.filter(({ point }) => stationsNear(point).length === 0)
  const clusters = new Map<string, Cluster>()
  for (const building of uncovered) {
    const reached = candidatesNear(building.point).map(({ thing }) => thing)
    if (reached.length === 0) continue
    const key = JSON.stringify(reached.map(({ code }) => code).toSorted())
    const cluster = clusters.get(key) ?? { residents: 0, buildings: [], candidates: reached }
    cluster.residents += building.residents
    cluster.buildings.push(building)
    clusters.set(key, cluster)
  }
  return { uncovered: uncovered.reduce((sum, { residents }) => sum + residents, 0), clusters: [...clusters.values()] }
}
