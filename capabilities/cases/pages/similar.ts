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
}

export function similarPath({ community, estate, category }: { community: string; estate?: string; category?: string }): string {
  const query = new URLSearchParams({ community })
  if (estate !== undefined) query.set('estate', estate)
  if (category !== undefined) query.set('category', category)
  return `/api/cases/similar?${query}`
}
