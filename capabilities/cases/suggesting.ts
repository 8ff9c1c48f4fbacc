import type { Words } from '#kernel/words.ts'
import type { Past } from './catalogue/past.ts'
import { suggest } from './catalogue/suggest.ts'
import type { Rulebook } from './rulebook.ts'

/** What words suggest: a category, how sure that is (0 to 1), why, and the words of our own vocabulary that were found in them. */
export interface Suggested {
  category: string
  gist: readonly string[]
  confidence: number
  because: readonly Words[]
}
export type Suggester = (rules: Rulebook, words: string) => Suggested | undefined

/** What a district's past cases were, and how a text is read to be compared with them. */
export interface Learnt {
  past: Past
  features: (text: string) => Iterable<string>
}

/** Suggests by the vocabulary and, where there are any, by the district's past cases; among the categories that it has. */
export const ruleSuggester =
  (learntIn: (district: string) => Learnt | undefined = () => undefined): Suggester =>
  ({ categories, district }, words) => {
    const [best] = suggest(words, { register: [...categories.values()], ...learntIn(district) })
    return best && { category: best.category, gist: best.gist, confidence: best.confidence, because: best.because }
  }
