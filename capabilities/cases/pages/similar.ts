import type { ChosenPlace } from '#web/shared/places/places.ts'

export type { SimilarCase } from '../contract/answers.ts'

/** The address of what is like a report nearby. */
export function similarPath(given: ChosenPlace['given'] | { community: string }, category: string): string {
  const where = 'point' in given ? given.point : given
  const query = new URLSearchParams({ category })
  for (const [name, value] of Object.entries(where)) query.set(name, String(value))
  return `/api/cases/similar?${query}`
}
