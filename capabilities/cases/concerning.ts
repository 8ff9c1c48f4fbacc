import type { Category } from './catalogue/category.ts'
import type { Concerned, Place } from './contract/terms.ts'
import { companyOf } from './leading.ts'
import type { Rulebook } from './rulebook.ts'

/** The units and grids at a place that a report is about, by what those who look after it are called. */
export function unitsConcerned(rules: Rulebook, place: Place, concerns: readonly Concerned[]): string[] {
  const { dedicated, grid3, grid2, grid1, community, street, estate } = place
  const units: Record<Concerned, readonly (string | undefined)[]> = {
    grid: [dedicated, grid3, grid2, grid1],
    community: [community],
    street: [street],
    property: [companyOf(rules, estate)],
  }
  return concerns.flatMap((one) => units[one]).filter((unit) => unit !== undefined)
}

const kinds: readonly Concerned[] = ['grid', 'community', 'street', 'property']

/** Whom of those who look after a place some units are: what is said of them holds of their like where a report is moved to. */
export const concernedAt = (rules: Rulebook, place: Place, about: readonly string[]): Concerned[] =>
  kinds.filter((kind) => unitsConcerned(rules, place, [kind]).some((unit) => about.includes(unit)))

/**
 * What a report is about, of the chain itself: what its reporter says; else, where its category is about the chain, the grid and the
 * community of the place, so that it goes past both to the street.
 */
export function aboutOf(
  rules: Rulebook,
  category: Pick<Category, 'aboutChain'>,
  place: Place,
  { about = [], concerns = [] }: { about?: readonly string[] | undefined; concerns?: readonly Concerned[] | undefined },
): string[] {
  const said = [...about, ...unitsConcerned(rules, place, concerns)]
  if (said.length > 0) return [...new Set(said)]
  return category.aboutChain ? unitsConcerned(rules, place, ['grid', 'community']) : []
}
