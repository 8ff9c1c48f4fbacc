import type { Past } from './catalogue/past.ts'
import { suggest } from './catalogue/suggest.ts'
import type { Rulebook } from './rulebook.ts'

/** What the words of a report suggest: a category, and the words of our own vocabulary that were found in them. */
export type Suggester = (
  rules: Rulebook,
  words: string,
) => { category: string; gist: readonly string[]; confidence: number } | undefined

/** Suggests by the vocabulary and, where there are any, by past cases; among the categories that the district has. */
export const ruleSuggester =
  (past?: Past): Suggester =>
  ({ categories }, words) => {
    const [best] = suggest(words, { register: [...categories.values()], ...(past && { past }) })
    return best && { category: best.category, gist: best.gist, confidence: best.confidence }
  }
