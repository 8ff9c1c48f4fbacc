import type { Branch } from '#capabilities/branches/contract/branch.ts'
import type { UnitRow } from '#kernel/place/rows.ts'
import type { Geography } from '../geography/geography.ts'
import { randomFrom } from '../geography/random.ts'
import { personName } from '../people/names.ts'
import { meetingPlace } from '../personas.ts'

/** How many of each there are, as the district tells of itself. */
const wanted = { solo: 76, joint: 53 }
const system = '党员信息管理系统'

/** The branches of the demo district as of a day: each estate in one at most, some still without. The same for the same seed and day. */
export function branchesOf(place: Geography, today: string, seed = 1): Branch[] {
  const random = randomFrom(seed + 53)
  const year = Number(today.slice(0, 4))
  const buildings = Map.groupBy(
    place.units.filter(({ kind }) => kind === 'building'),
    ({ parent }) => parent ?? '',
  )
  const made = (kind: Branch['kind'], number: number, estates: readonly UnitRow[], name: string): Branch => {
    const [first] = estates
    const homes = estates.flatMap(({ code }) => (buildings.get(code) ?? []).slice(0, 4))
    const founded = `${year - random.whole(1, 4)}-${String(random.whole(1, 12)).padStart(2, '0')}-01`
    return {
      ...{ code: `${kind}-${String(number).padStart(3, '0')}`, name, kind, community: first?.community ?? '' },
      ...{ estates: estates.map(({ code }) => code), secretary: personName(random) },
      committee: ['组织委员', '宣传委员'].map((office) => ({ office, name: personName(random) })),
      groups:
        homes.length === 0 ? [] : [{ name: '第一党小组', buildings: homes.map(({ code }) => code), leader: personName(random) }],
      households: homes.slice(0, 2).map(({ code }) => ({ building: code, called: `${personName(random).slice(0, 1)}家` })),
      foundedOn: founded,
      source: { system, id: `${kind === 'solo' ? 'D' : 'L'}${String(number).padStart(4, '0')}`, asOf: `${year}-01-01` },
    }
  }
  const { pairs, alone } = dealtOut(place)
  return [
    ...alone.map((estate, index) => made('solo', index + 1, [estate], `${estate.name}党支部`)),
    ...pairs.map((both, index) => made('joint', index + 1, both, `${both.map(({ name }) => name).join('')}联合党支部`)),
  ]
}

/** Which estates have a branch together, two and two, and which have one alone: from all communities in turn. */
function dealtOut({ units }: Geography): { pairs: UnitRow[][]; alone: UnitRow[] } {
  const estates = units.filter(({ kind }) => kind === 'estate')
  // Where the personas meet comes first, and so has a branch of its own.
  const met = estates.toSorted(
    (one, other) => Number(other.code === meetingPlace.estate) - Number(one.code === meetingPlace.estate),
  )
  const communities = [...Map.groupBy(met, ({ community }) => community).values()]
  const pairs: UnitRow[][] = []
  while (pairs.length < wanted.joint) {
    const before = pairs.length
    for (const rest of communities) if (rest.length > 2 && pairs.length < wanted.joint) pairs.push(rest.splice(-2))
    if (pairs.length === before) throw new Error('there are too few estates for so many joint branches')
  }
  const longest = Math.max(...communities.map((rest) => rest.length))
  const inTurn = Array.from({ length: longest }, (_, turn) => communities.flatMap((rest) => rest[turn] ?? [])).flat()
  return { pairs, alone: inTurn.slice(0, wanted.solo) }
}
