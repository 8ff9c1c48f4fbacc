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

/** The address of a list of units of some kinds; with `own`, one's own unit or grid, what lies there comes first. */
export function unitsPath({
  kinds,
  search,
  parent,
  after,
  limit = 60,
  own,
}: {
  kinds?: readonly string[]
  search?: string
  parent?: string
  after?: string | undefined
  limit?: number
  own?: string | undefined
}): string {
  const query = new URLSearchParams({ limit: String(limit) })
  if (kinds) query.set('kind', kinds.join(','))
  if (search) query.set('search', search)
  if (parent !== undefined) query.set('parent', parent)
  if (after !== undefined) query.set('after', after)
  if (own !== undefined) query.set('own', own)
  return `/api/places?${query}`
}

/** About where somebody is, in degrees (WGS 84). */
export interface Here {
  longitude: number
  latitude: number
}

/** The address of a list of estates, in the order in which one looks for one's own. */
export function estatesPath({
  search,
  parent,
  here,
  own,
}: {
  search?: string
  parent?: string | undefined
  here?: Here | undefined
  own?: string | undefined
}): string {
  const query = new URLSearchParams()
  if (search) query.set('search', search)
  if (parent !== undefined) query.set('parent', parent)
  if (own !== undefined) query.set('own', own)
  for (const [name, value] of Object.entries(aboutHere(here))) query.set(name, value)
  return `/api/places/estates?${query}`
}

/** The address of a list of grids, one's own first. */
export function gridsPath({
  search,
  level,
  community,
  own,
}: {
  search?: string
  level?: number
  community?: string | undefined
  own?: string | undefined
}): string {
  const query = new URLSearchParams()
  if (search) query.set('search', search)
  if (level !== undefined) query.set('level', String(level))
  if (community !== undefined) query.set('community', community)
  if (own !== undefined) query.set('own', own)
  return `/api/grids?${query}`
}

/** What is sent of where somebody is: a hundred metres tell which estate is near. */
export const aboutHere = (here: Here | undefined): Record<string, string> =>
  here ? { longitude: here.longitude.toFixed(3), latitude: here.latitude.toFixed(3), system: 'wgs84' } : {}

/** The units that a case can be given to, by kind. */
export const handlingKinds = ['bureau', 'station', 'street', 'community', 'propertyCompany', 'utility'] as const
