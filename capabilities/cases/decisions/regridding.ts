import { isRefusal, type Refusal, refuse } from '#kernel/flow/refusal.ts'
import type { Post } from '#kernel/people/actor.ts'
import type { GivenPlace, Regrid } from '../contract/inputs.ts'
import type { Known } from '../contract/item.ts'
import type { Place, Resolution } from '../contract/terms.ts'
import { accepting } from '../routing.ts'
import type { CaseContext } from '../rulebook.ts'

const gridsOf = ({ dedicated, grid3, grid2, grid1 }: Place) =>
  [dedicated, grid3, grid2, grid1].filter((grid) => grid !== undefined)

/** Where a case lies, as it was reported: its building or estate, its point, or the grid that it names, which may have gone into another. */
export function itsPlace(place: Place, { grid, to }: Regrid): GivenPlace | undefined {
  const unit = place.building ?? place.estate
  const point = place.point && { longitude: place.point[0], latitude: place.point[1], system: 'wgs84' as const }
  if (unit !== undefined) return { code: unit, ...(point && { point }) }
  if (point && place.how !== 'unit') return { point }
  const [deepest] = gridsOf(place)
  return deepest === grid ? { code: to } : undefined
}

/**
 * 随网格调整: a boundary was drawn anew, and what is open goes to the grid in which it now lies. Whoever has it by the grid passes it on to
 * whoever has that now, on the limits that run; a desk or a handling unit keeps it.
 */
export function regrid<Item extends Known & { holder: Post; resolution?: Resolution }>(
  item: Item,
  _: Regrid,
  { rules, located, officeHours }: CaseContext,
): Item | Refusal {
  // No boundary of a grid crosses that of its community.
  if (!located || isRefusal(located) || located.community !== item.place.community) return stays
  const { grid1: _1, grid2: _2, grid3: _3, dedicated: _4, ...where } = item.place
  const { grid1, grid2, grid3, dedicated } = located
  const place: Place = {
    ...where,
    ...(grid1 !== undefined && { grid1 }),
    ...(grid2 !== undefined && { grid2 }),
    ...(grid3 !== undefined && { grid3 }),
    ...(dedicated !== undefined && { dedicated }),
  }
  const [were, are] = [gridsOf(item.place), gridsOf(place)]
  if (were.join() === are.join()) return stays
  const urgent = item.urgency === 'urgent'
  const anew = accepting(rules, place, {
    ...{ about: item.about, urgent, officeHours, guarded: item.protected, regards: item.regards },
  })
  // Whoever solved it does not come to look at their own work.
  const solver = item.resolution?.by.post
  const passes = solver?.role !== anew.post.role || solver.unit !== anew.post.unit
  const left = ({ role, unit }: Post) => role === 'gridWorker' && were.includes(unit) && !are.includes(unit)
  const words = { zh: `网格边界调整：${anew.words.zh}`, en: `the boundary was drawn anew: ${anew.words.en}` }
  return {
    ...item,
    place,
    ...(left(item.holder) && passes && { holder: anew.post, routedBy: words }),
    ...(left(item.accepting) && { accepting: anew.post }),
  }
}

const stays = refuse('它所在的网格没有变', 'it lies in the grid in which it lay')
