import type { Located } from '#kernel/place/located.ts'
import type { CodedPlace, Estates, Grids, Unit, Units } from '#kernel/place/shown.ts'

export type { CodedPlace, Estates, Grids, Located, Unit, Units }

/** The place of a report: what is sent, what the page calls it, and where to look for similar ones. */
export interface ChosenPlace {
  given: { code: string } | { point: { longitude: number; latitude: number; system: 'wgs84' | 'gcj02' } }
  label: string
  community?: string
  estate?: string
}

/** A place whose code is known, as that of a report. */
export const placeOf = ({ code, label, where, estate }: CodedPlace): ChosenPlace => ({
  given: { code },
  label,
  ...(where.community !== undefined && { community: where.community }),
  ...(estate !== undefined && { estate }),
})

interface AskedUnits {
  kinds?: readonly string[]
  search?: string
  parent?: string
  after?: string | undefined
  limit?: number
  own?: string | undefined
}

/** The address of a list of units of some kinds; with `own`, one's own unit or grid, what lies there comes first. */
export const unitsPath = ({ kinds, limit = 60, ...asked }: AskedUnits): string =>
  addressOf('/api/places', { limit, kind: kinds?.join(','), ...asked })

/** About where somebody is, in degrees (WGS 84). */
export interface Here {
  longitude: number
  latitude: number
}

interface AskedEstates {
  search?: string
  parent?: string | undefined
  here?: Here | undefined
  own?: string | undefined
}

/** The address of a list of estates, in the order in which one looks for one's own. */
export const estatesPath = ({ here, ...asked }: AskedEstates): string =>
  addressOf('/api/places/estates', { ...asked, ...aboutHere(here) })

interface AskedGrids {
  search?: string
  level?: number
  community?: string | undefined
  own?: string | undefined
}

/** The address of a list of grids, one's own first. */
export const gridsPath = (asked: AskedGrids): string => addressOf('/api/grids', { ...asked })

/** An address that asks for all that is said. */
function addressOf(path: string, asked: Record<string, string | number | undefined>): string {
  const said = Object.entries(asked).filter(([, value]) => value !== undefined && value !== '')
  return `${path}?${new URLSearchParams(said.map(([name, value]) => [name, String(value)]))}`
}

/** What is sent of where somebody is: a hundred metres tell which estate is near. */
export const aboutHere = (here: Here | undefined): Record<string, string> =>
  here ? { longitude: here.longitude.toFixed(3), latitude: here.latitude.toFixed(3), system: 'wgs84' } : {}

/** The units that a case can be given to, by kind. */
export const handlingKinds = ['bureau', 'station', 'street', 'community', 'propertyCompany', 'utility'] as const
