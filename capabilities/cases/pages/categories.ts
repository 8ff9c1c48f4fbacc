import type { Words } from '#web/shared/language.ts'
import { useLoaded } from '#web/shared/loaded.ts'

/** What the pages need of a category, out of the register's reply. */
export interface CategoryChoice {
  code: string
  parent: string
  name: Words
  urgency: string
  kind: string
  aboutChain?: boolean
  danger?: { call: string[]; advice: Words }
  texts: { received: Words; answer: Words }
  photosWanted: { before: boolean; after: boolean }
  words: { term: string; weight: number }[]
}

export const useCategories = (wanted = true) => useLoaded<CategoryChoice[]>(wanted ? '/api/categories' : undefined)

/** The categories that a typed word points to: by their names and by their own plain words, the closest first. */
export function matching(categories: readonly CategoryChoice[], typed: string): CategoryChoice[] {
  const search = typed.trim().toLowerCase()
  if (search === '') return [...categories]
  const score = ({ name, words }: CategoryChoice) => {
    if (name.zh.includes(search) || name.en.toLowerCase().includes(search)) return 10
    return Math.max(0, ...words.map(({ term, weight }) => (term.includes(search) || search.includes(term) ? weight : 0)))
  }
  return categories
    .map((category) => ({ category, points: score(category) }))
    .filter(({ points }) => points > 0)
    .sort((one, other) => other.points - one.points)
    .map(({ category }) => category)
}
