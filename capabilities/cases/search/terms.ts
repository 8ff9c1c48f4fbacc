import type { Rulebook } from '../rulebook.ts'
import type { Told } from './lexemes.ts'
import { termsOf, tokensOf } from './tokens.ts'

/** A term of a question with all that it may be found by: an open word, a hash of the reporter's own, a category's name. */
export interface SearchTerm {
  word: string
  starts: boolean
  told: string
  categories: string[]
}

/**
 * What somebody typed, as terms that must all be found. Names of categories are looked up here and not kept with each case, so
 * that a new name holds for old cases. Empty, if nothing that was typed can be looked for.
 */
export function searchTerms(told: Told, { district, categories }: Rulebook, question: string): SearchTerm[] {
  const names = [...categories.values()].map(({ code, name }) => ({ code, tokens: [...tokensOf(`${name.zh}\n${name.en}`)] }))
  return termsOf(question).map(({ token, starts }) => ({
    ...{ word: token, starts, told: told(district, token) },
    categories: names
      .filter(({ tokens }) => tokens.some((one) => (starts ? one.startsWith(token) : one === token)))
      .map(({ code }) => code),
  }))
}
