import type { Words } from '#kernel/words.ts'
import { groups } from './catalogue/categories.ts'
import type { Category } from './catalogue/category.ts'
import type { Past } from './catalogue/past.ts'
import { suggest } from './catalogue/suggest.ts'
import { type Vocabulary, vocabularyOf } from './catalogue/vocabulary.ts'
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

interface Ready {
  register: readonly Category[]
  vocabulary: Vocabulary
}
const ready = new WeakMap<Rulebook['categories'], Ready>()

/** A district's categories with its own words for them, made ready once for each version of its rules. */
function readyOf(categories: Rulebook['categories']): Ready {
  const before = ready.get(categories)
  if (before) return before
  const register = [...categories.values()]
  const made = { register, vocabulary: vocabularyOf([...groups, ...register]) }
  ready.set(categories, made)
  return made
}

/** Suggests by the district's vocabulary and, where there are any, by its past cases; among the categories that it has. */
export const ruleSuggester =
  (learntIn: (district: string) => Learnt | undefined = () => undefined): Suggester =>
  ({ categories, district }, words) => {
    const [best] = suggest(words, { ...readyOf(categories), ...learntIn(district) })
    return best && { category: best.category, gist: best.gist, confidence: best.confidence, because: best.because }
  }
