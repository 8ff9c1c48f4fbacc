import type { Category, Lead } from './catalogue/category.ts'
import type { Place } from './contract/terms.ts'
import { deskOf, type Rulebook, takesNew } from './rulebook.ts'

/** The unit that a category says leads at a place: its code, or undefined where the district has no such unit, or it is set to end. */
export function leadUnit(rules: Rulebook, category: Category, place: Place): string | undefined {
  const unit = unitOf(rules, category.lead, place)
  return unit !== undefined && takesNew(rules, unit) && deskOf(rules, unit) ? unit : undefined
}

/** The units that usually assist there. */
export const assistingUnits = (rules: Rulebook, category: Category, place: Place): string[] =>
  category.assisting
    .map((lead) => unitOf(rules, lead, place))
    .filter((unit) => unit !== undefined)
    .filter((unit) => takesNew(rules, unit) && unit !== leadUnit(rules, category, place))

function unitOf(rules: Rulebook, lead: Lead, place: Place): string | undefined {
  switch (lead.unitKind) {
    case 'street':
    case 'community':
      return place[lead.unitKind]
    case 'propertyCompany':
      return ifNew(rules, companyOf(rules, place.estate)) ?? place[lead.otherwise]
    case 'station':
      return ifNew(rules, stationOf(rules, lead.code, place.street)) ?? lead.code
    default:
      return lead.code
  }
}

const ifNew = (rules: Rulebook, unit: string | undefined) => (unit !== undefined && takesNew(rules, unit) ? unit : undefined)

/** The property company that looks after an estate. */
export const companyOf = ({ units }: Rulebook, estate: string | undefined): string | undefined =>
  estate === undefined ? undefined : [...units.values()].find(({ serves }) => serves.includes(estate))?.code

const stationOf = ({ units }: Rulebook, bureau: string, street: string | undefined): string | undefined =>
  [...units.values()].find(({ kind, parent, street: own }) => kind === 'station' && parent === bureau && own === street)?.code
