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

/** Whom of those who look after a place a report is about, by the units and grids that it names: what goes along when the place is corrected. */
export const concernedAt = (rules: Rulebook, place: Place, about: readonly string[]): Concerned[] =>
  all.filter((one) => unitsConcerned(rules, place, [one]).some((unit) => about.includes(unit)))

const all = ['grid', 'community', 'street', 'property'] as const
