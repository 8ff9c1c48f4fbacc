import type { StreetsOf } from '#kernel/flow/restreeting.ts'
import type { Cases } from '../capability.ts'
import type { Rulebook } from '../rulebook.ts'

/** In which street each community lies by the rules by which cases are decided. */
export function streetsBy({ rulesOf }: Pick<Cases, 'rulesOf'>): StreetsOf {
  const read = new WeakMap<Rulebook, ReadonlyMap<string, string>>()
  return async (connection, district) => {
    const rules = await rulesOf(connection, district)
    const streets = read.get(rules) ?? streetsIn(rules)
    read.set(rules, streets)
    return streets
  }
}

const streetsIn = ({ units }: Rulebook): ReadonlyMap<string, string> =>
  new Map(
    [...units.values()].flatMap(({ code, kind, parent }) => (kind === 'community' && parent !== null ? [[code, parent]] : [])),
  )
