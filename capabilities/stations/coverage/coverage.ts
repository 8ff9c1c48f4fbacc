import type { Point } from '#kernel/place/coordinates.ts'
import { nearby } from './nearby.ts'

/** A building, where it stands and how many live in it: no more is known of anybody. */
export interface Building {
  code: string
  point: Point
  residents: number
}

/** Who has a station within so many minutes' walk. */
export interface Within {
  minutes: number
  /** Residents of the buildings that have one. */
  covered: number
  /** Their share of all, 0 to 1; not there where nobody lives. */
  share?: number
  /** The buildings that have none, by their codes, in their order. */
  without: string[]
}

export interface Coverage<Kind extends string> {
  residents: number
  /** For each kind that was asked for, also one of which there is no station. */
  kinds: { kind: Kind; within: Within[] }[]
  /** A station of whatever kind, of those that were asked for. */
  any: Within[]
}

/** Which share of the residents, and which buildings, have a station of each kind within these minutes' walk (`walkingMinutes`). */
export function coverageOf<Kind extends string>({
  buildings,
  stations,
  kinds,
  minutes,
}: {
  buildings: readonly Building[]
  stations: readonly { kind: Kind; point: Point }[]
  kinds: readonly Kind[]
  minutes: readonly number[]
}): Coverage<Kind> {
  const asked = stations.filter(({ kind }) => kinds.includes(kind))
  const stationsNear = nearby(asked, Math.max(0, ...minutes))
  const walks = buildings.map((building) => ({ ...building, nearest: nearest(stationsNear(building.point)) }))
  const residents = walks.reduce((sum, building) => sum + building.residents, 0)
  const within = (walkOf: (nearest: ReadonlyMap<Kind, number>) => number) =>
    minutes.map((limit): Within => {
      const without = walks.filter(({ nearest }) => walkOf(nearest) > limit)
      const covered = residents - without.reduce((sum, building) => sum + building.residents, 0)
      return {
        minutes: limit,
        covered,
        ...(residents > 0 && { share: covered / residents }),
        without: without.map(({ code }) => code),
      }
    })
  return {
    residents,
    kinds: kinds.map((kind) => ({ kind, within: within((nearest) => nearest.get(kind) ?? Infinity) })),
    any: within((nearest) => Math.min(...nearest.values())),
  }
}

/** The shortest of some walks to each kind of station. */
function nearest<Kind extends string>(walks: readonly { thing: { kind: Kind }; minutes: number }[]): Map<Kind, number> {
  const shortest = new Map<Kind, number>()
  for (const { thing, minutes } of walks) shortest.set(thing.kind, Math.min(minutes, shortest.get(thing.kind) ?? Infinity))
  return shortest
}
