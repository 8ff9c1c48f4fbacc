import type { Connection } from '#kernel/database/open.ts'
import { type Refusal, refusal } from '#kernel/flow/refusal.ts'
import { pointOf } from '#kernel/place/coordinates.ts'
import type { Located } from '#kernel/place/located.ts'
import { receivers } from '#kernel/place/redrawing/receivers.ts'
import { successorOf } from '#kernel/place/redrawing/successors.ts'
import { locate, placeOf } from '#kernel/place/routing.ts'
import { unitAt } from '#kernel/place/store/find.ts'
import type { GivenPlace } from '../contract/inputs.ts'
import type { Case } from '../contract/item.ts'
import type { Place } from '../contract/terms.ts'
import { itsPlace } from '../decisions/regridding.ts'
import { type Rulebook, stands } from '../rulebook.ts'

/** Where a given place is: by the code of a grid, estate, building or door, by a point, or by both (the code names it). */
export async function findPlace(
  connection: Connection,
  district: string,
  given: GivenPlace,
  day: string,
): Promise<Place | Refusal> {
  const point = given.point && pointOf(given.point)
  if (point && 'problem' in point) return refusal('badInput', point.problem.zh, point.problem.en)
  const pair = point ? ([point.longitude, point.latitude] as const) : null

  if (given.code !== undefined) {
    const found = await placeOf(connection, district, given.code, day)
    if (!found)
      return refusal(
        'badInput',
        `没有“${given.code}”这个地点，请重新扫码或选择`,
        `there is no place "${given.code}": scan or choose it again`,
      )
    if (found.type === 'grid') return { ...chainOf(found.where), how: 'unit', point: pair && [...pair], label: found.grid.name }
    const { unit, where } = found
    const own = unit.point ? ([unit.point.longitude, unit.point.latitude] as const) : null
    const estate = unit.kind === 'estate' ? unit.code : unit.kind === 'building' ? unit.parent : undefined
    const above =
      unit.kind === 'building' && unit.parent !== undefined ? await unitAt(connection, district, unit.parent, day) : undefined
    const at = pair ?? own
    return {
      ...chainOf(where),
      how: 'unit',
      point: at && [...at],
      ...(estate !== undefined && { estate }),
      ...(unit.kind === 'building' && { building: unit.code }),
      label: above ? `${above.name}${unit.name}` : unit.name,
    }
  }
  if (!point || !pair)
    return refusal('badInput', '请选择地点：定位、扫码，或选小区楼栋', 'say where: by the phone, a code, or estate and building')
  const located = await locate(connection, district, point, day)
  const community = located.community === undefined ? undefined : await unitAt(connection, district, located.community, day)
  const label = community ? community.name : '网格以外'
  return { ...chainOf(located), how: located.how, point: [...pair], label }
}

/** Where a case lies on a day: by where it was reported; a grid that it names and that ended, by what took that over. */
export async function whereItLies(
  connection: Connection,
  { district, place }: Pick<Case, 'district' | 'place'>,
  rules: Rulebook,
  day: string,
): Promise<Place | Refusal | undefined> {
  const stand = (grid: string) => stands(rules, grid)
  const taken = await receivers(connection, district, day)
  const given = itsPlace(place, (grid) => (stand(grid) ? grid : (successorOf(grid, taken, stand) ?? grid)))
  return given && findPlace(connection, district, given, day)
}

function chainOf({ metres, street, community, grid1, grid2, grid3, dedicated }: Located) {
  return {
    metres: Math.round(metres ?? 0),
    ...(street !== undefined && { street }),
    ...(community !== undefined && { community }),
    ...(grid1 !== undefined && { grid1 }),
    ...(grid2 !== undefined && { grid2 }),
    ...(grid3 !== undefined && { grid3 }),
    ...(dedicated !== undefined && { dedicated }),
  }
}
