import type { ChosenPlace } from '#web/shared/places/places.ts'

/** A report like somebody's own, nearby: nothing personal in it. */
export interface SimilarCase {
  id: string
  number: string
  state: string
  category: string
  place: string
  gist: string[]
  reportedAt: string
  followers: number
  metres?: number
  summary?: string
}

/** The address of what is like a report nearby. */
export function similarPath(given: ChosenPlace['given'] | { community: string }, category: string): string {
  const where = 'point' in given ? given.point : given
  const query = new URLSearchParams({ category })
  for (const [name, value] of Object.entries(where)) query.set(name, String(value))
  return `/api/cases/similar?${query}`
}
