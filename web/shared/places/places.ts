import type { Located } from '#kernel/place/located.ts'
import type { CodedPlace, Unit, Units } from '#kernel/place/shown.ts'

export type { CodedPlace, Located, Unit, Units }

/** The place of a report: what is sent, what the page calls it, and where to look for similar ones. */
export interface ChosenPlace {
  given: { code: string } | { point: { longitude: number; latitude: number; system: 'wgs84' | 'gcj02' } }
  label: string
  community?: string
  estate?: string
}

/** The address of a list of units of some kinds. */
export function unitsPath({
  kinds,
  search,
  parent,
  after,
  limit = 60,
}: {
  kinds?: readonly string[]
  search?: string
  parent?: string
  after?: string | undefined
  limit?: number
}): string {
  const query = new URLSearchParams({ limit: String(limit) })
  if (kinds) query.set('kind', kinds.join(','))
  if (search) query.set('search', search)
  if (parent !== undefined) query.set('parent', parent)
  if (after !== undefined) query.set('after', after)
  return `/api/places?${query}`
}

/** The units that a case can be given to, by kind. */
export const handlingKinds = ['bureau', 'station', 'street', 'community', 'propertyCompany', 'utility'] as const
