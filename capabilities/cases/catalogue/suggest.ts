import { type Words, words } from '#kernel/words.ts'
import type { Place } from '../contract/terms.ts'
import { categories as ours } from './categories.ts'
import type { Category, Lead } from './category.ts'
import { featuresOf, type Past, type Resemblance, resemblances, softmax } from './past.ts'
import { type Found, findTerms, type Vocabulary } from './vocabulary.ts'

/** A category that a text may belong to. */
export interface Suggestion {
  category: string
  /** How its lead is found there. */
  lead: Lead
  /** How sure it is, 0 to 1; of all categories together 1. */
  confidence: number
  /** Why, for people: the terms that matched, and whether past cases were like it. */
  because: Words[]
  /** The terms of our own vocabulary that matched: nothing that anybody wrote, nothing personal. */
  gist: string[]
}

interface Known {
  /** Where it is, if that is known: in an estate the property company's matters are likelier, outside less. */
  place?: Pick<Place, 'estate' | 'building'>
  /** What similar past cases were, and how their features are written: as they are, unless it says otherwise. */
  past?: Past
  features?: (text: string) => Iterable<string>
  /** The register to choose from; the one that a district starts with, if none is given. */
  register?: readonly Category[]
  /** The terms that point to them; those of the register that a district starts with, if none are given. */
  vocabulary?: Vocabulary
  most?: number
}

/** How much a term of weight 1 adds to the logarithm of the odds. */
const perWeight = 0.3
/** A group's term counts less for each of its categories than their own. */
const shareOfGroup = 0.6
const earlyBonus = 1.5
/** How much is left to categories that past cases do not speak of. */
const unheard = 0.1
const other = 'chain.other'

/**
 * The likeliest categories of a text, best first. Two plain sources: terms of the vocabulary, with their weights, and naive
 * Bayes over past cases; both add up as logarithms of odds, so each can be read off and said why.
 */
export function suggest(
  text: string,
  { place, past, features = featuresOf, register = ours, vocabulary, most = 5 }: Known = {},
): Suggestion[] {
  const found = findTerms(text, vocabulary)
  const like = past ? resemblances(past, features(text)) : []
  const prior = priorOf(like, register)
  const scores = register.map((category) => {
    const own = found.reduce((sum, one) => sum + points(one, category), 0)
    return perWeight * own + (prior.get(category.code) ?? 0) + fit(category, place) + (category.code === other ? 1 : 0)
  })
  return softmax(scores)
    .map((confidence, index) => ({ confidence, category: register[index] }))
    .sort((a, b) => b.confidence - a.confidence)
    .slice(0, most)
    .flatMap(({ confidence, category }) => (category ? [suggestionOf(category, confidence, { found, like, place })] : []))
}

function points({ term, owner, times, early }: Found, { code, parent }: Category): number {
  const share = owner === code ? 1 : owner === parent ? shareOfGroup : 0
  return share * term.weight * (early ? earlyBonus : 1) * (1 + Math.log(Math.min(times, 4)) / 2)
}

/** How far the place speaks for or against what a property company looks after. */
function fit({ lead }: Category, place: Known['place'] | undefined): number {
  if (!place || lead.unitKind !== 'propertyCompany') return 0
  return place.estate || place.building ? 0.5 : -1
}

/** The logarithm of what past cases make of each category; without any, all are alike. */
function priorOf(like: readonly Resemblance[], register: readonly Category[]): ReadonlyMap<string, number> {
  if (like.length === 0) return new Map()
  const shares = new Map(register.map(({ code }) => [code, unheard / register.length]))
  for (const { categories, probability } of like)
    for (const code of categories) {
      const share = shares.get(code)
      if (share !== undefined) shares.set(code, share + ((1 - unheard) * probability) / categories.length)
    }
  return new Map([...shares].map(([code, share]) => [code, Math.log(share)]))
}

interface Grounds {
  found: readonly Found[]
  like: readonly Resemblance[]
  place: Known['place'] | undefined
}

function suggestionOf(category: Category, confidence: number, { found, like, place }: Grounds): Suggestion {
  const matched = found
    .filter((one) => points(one, category) > 0)
    .sort((a, b) => points(b, category) - points(a, category))
    .map(({ term }) => term)
  return {
    category: category.code,
    lead: leadAt(category, place),
    confidence,
    because: [...matched.map(({ term, en }) => words(term, en)), ...likeness(like, category.code)],
    gist: [...new Set(matched.map(({ term }) => term))],
  }
}

/** Where no property company can be, because the place is in no estate, the other lead stands. */
function leadAt({ lead }: Category, place: Known['place'] | undefined): Lead {
  if (lead.unitKind === 'propertyCompany' && place && !place.estate) return { unitKind: lead.otherwise }
  return lead
}

/** Says that past cases were like it, where those of its class are likelier than by chance. */
function likeness(like: readonly Resemblance[], code: string): Words[] {
  const best = like.filter(({ categories }) => categories.includes(code)).sort((a, b) => b.probability - a.probability)[0]
  if (!best || best.probability < 1.5 / like.length) return []
  const percent = Math.round(best.probability * 100)
  return [words(`用词与 ${best.cases} 件往例相近（${percent}%）`, `worded like ${best.cases} past cases (${percent} %)`)]
}
