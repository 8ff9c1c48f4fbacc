import { categories, groups } from './categories.ts'
import type { Category, Group } from './category.ts'

type Term = Category['words'][number]

/** A term of the vocabulary that a text contains: whose it is, how often it stands there, and whether near the beginning. */
export interface Found {
  term: Term
  /** The category, or the group. */
  owner: string
  times: number
  early: boolean
}

/** So many signs at the beginning mostly say what it is about, as a title does. */
const beginning = 40

interface Entry {
  term: Term
  owner: string
}

/** The terms of some categories and groups, ready to be looked for: by their first two signs, the longest first. */
export type Vocabulary = ReadonlyMap<string, readonly Entry[]>

/** The terms that point to some categories and groups. A term may point to several. */
export function vocabularyOf(owners: readonly (Category | Group)[]): Vocabulary {
  const entries = owners.flatMap(({ code, words }) => words.map((term): Entry => ({ term, owner: code })))
  const byStart = new Map<string, Entry[]>()
  for (const entry of entries.sort((a, b) => b.term.term.length - a.term.term.length)) {
    const start = entry.term.term.slice(0, 2)
    const list = byStart.get(start)
    if (list) list.push(entry)
    else byStart.set(start, [entry])
  }
  return byStart
}

const ourVocabulary = vocabularyOf([...groups, ...categories])

/** The terms that a text contains. Where one lies inside another, only the longer counts. */
export function findTerms(text: string, vocabulary: Vocabulary = ourVocabulary): Found[] {
  const found = new Map<string, Found>()
  for (let at = 0; at < text.length - 1; at += 1) {
    const hits = vocabulary.get(text.slice(at, at + 2))?.filter(({ term }) => text.startsWith(term.term, at)) ?? []
    const longest = hits[0]?.term.term
    if (longest === undefined) continue
    for (const { term, owner } of hits.filter((hit) => hit.term.term === longest)) {
      const before = found.get(`${owner} ${longest}`)
      if (before) before.times += 1
      else found.set(`${owner} ${longest}`, { term, owner, times: 1, early: at < beginning })
    }
    at += longest.length - 1
  }
  return [...found.values()]
}
