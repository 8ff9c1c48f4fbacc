import { type BodyCode, bodies } from './catalogue/bodies.ts'
import { categories } from './catalogue/categories.ts'
import type { Category, Lead } from './catalogue/category.ts'
import type { StartingBody } from './contract/starting.ts'
import type { Rulebook, RuleUnit } from './rulebook.ts'

const isBody = (code: string): code is BodyCode => Object.hasOwn(bodies, code)
const codeOf = (lead: Lead): string | undefined => ('code' in lead ? lead.code : undefined)

/** The starting categories that a district has not, and never had. */
export const notThere = (standing: { has: (code: string) => boolean }): Category[] =>
  categories.filter(({ code }) => !standing.has(code))

/** The bodies that some categories name, those that lead most first, each with the unit that it seems to be. */
export function bodiesOf(some: readonly Category[], { units }: Pick<Rulebook, 'units'>): StartingBody[] {
  const named = new Set(some.flatMap(({ lead, assisting }) => [lead, ...assisting].flatMap((one) => codeOf(one) ?? [])))
  return [...named]
    .filter(isBody)
    .map((code) => {
      const unit = seems(code, [...units.values()])
      return {
        ...{ code, ...bodies[code] },
        categories: some.filter(({ lead }) => codeOf(lead) === code).length,
        ...(unit && { unit: { code: unit.code, name: unit.name } }),
      }
    })
    .sort((one, other) => other.categories - one.categories)
}

/** The unit that a body is by its code, or by its name without the district's: “区民政局” is in “寒亭区民政局”. */
function seems(code: BodyCode, units: readonly RuleUnit[]): RuleUnit | undefined {
  const { unitKind, name } = bodies[code]
  const own = name.zh.replace(/^区/, '')
  const alike = units.filter(({ kind }) => kind === unitKind)
  return alike.find((unit) => unit.code === code) ?? alike.find((unit) => unit.name.includes(own))
}

/**
 * The starting categories for a district in which these bodies are these units. One that nobody leads waits until its unit is
 * there; a body that only assists is left out.
 */
export function startingWith(some: readonly Category[], units: Readonly<Record<string, string>>) {
  const here = (lead: Lead): Lead[] => {
    if (!('code' in lead)) return [lead]
    const code = units[lead.code]
    return code === undefined ? [] : [{ ...lead, code }]
  }
  const adopted: Category[] = []
  const waiting: Category[] = []
  for (const category of some) {
    const [lead] = here(category.lead)
    if (lead) adopted.push({ ...category, lead, assisting: category.assisting.flatMap(here) })
    else waiting.push(category)
  }
  return { adopted, waiting }
}

/** What the body that a category waits for is called. */
export const awaited = ({ lead }: Category) => {
  const code = codeOf(lead) ?? ''
  return isBody(code) ? bodies[code].name : { zh: code, en: code }
}
