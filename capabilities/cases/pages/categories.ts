import { useLoaded } from '#web/shared/loaded.ts'
import type { Category } from '../catalogue/category.ts'

/** What the pages need of a category. */
export type CategoryChoice = Pick<
  Category,
  'code' | 'parent' | 'name' | 'urgency' | 'kind' | 'aboutChain' | 'danger' | 'texts' | 'photosWanted' | 'words'
>

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
