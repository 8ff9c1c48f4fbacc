import type { Category, Lead } from './catalogue/category.ts'
import type { Place } from './contract/terms.ts'
import { deskOf, type Rulebook } from './rulebook.ts'

/** The unit that a category says leads at a place: its code, or undefined where the district has no such unit. */
export function leadUnit(rules: Rulebook, category: Category, place: Place): string | undefined {
  const unit = unitOf(rules, category.lead, place)
  return unit !== undefined && deskOf(rules, unit) ? unit : undefined
}

/** The units that usually assist there. */
export const assistingUnits = (rules: Rulebook, category: Category, place: Place): string[] =>
  category.assisting
    .map((lead) => unitOf(rules, lead, place))
    .filter((unit) => unit !== undefined && unit !== leadUnit(rules, category, place))
    .filter((unit) => unit !== undefined)

function unitOf(rules: Rulebook, lead: Lead, place: Place): string | undefined {
  switch (lead.unitKind) {
    case 'street':
    case 'community':
      return place[lead.unitKind]
    case 'propertyCompany':
      return companyOf(rules, place.estate) ?? place[lead.otherwise]
    case 'station':
      return stationOf(rules, lead.code, place.street) ?? lead.code
    default:
      return lead.code
  }
}

/** The property company that looks after an estate. */
export const companyOf = ({ units }: Rulebook, estate: string | undefined): string | undefined =>
  estate === undefined ? undefined : [...units.values()].find(({ serves }) => serves.includes(estate))?.code

const stationOf = ({ units }: Rulebook, bureau: string, street: string | undefined): string | undefined =>
  [...units.values()].find(({ kind, parent, street: own }) => kind === 'station' && parent === bureau && own === street)?.code
