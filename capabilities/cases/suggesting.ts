import type { Rulebook } from './rulebook.ts'

/** What the words of a report suggest: a category, and the words of our own vocabulary that were found in them. */
export type Suggester = (rules: Rulebook, words: string) => { category: string; gist: readonly string[] } | undefined
