import { isRefusal, type Refusal, refuse } from '#kernel/flow/refusal.ts'
import type { Post } from '#kernel/people/actor.ts'
import type { GivenPlace, Regrid } from '../contract/inputs.ts'
import type { Place } from '../contract/terms.ts'
import { accepting } from '../routing.ts'
import { type CaseContext, dispatcherOf, type Rulebook, type RulesNow, stands } from '../rulebook.ts'
import { inItsStreet, type Placed, streetNow } from './itsStreet.ts'
import { otherEye } from './otherEye.ts'

const gridsOf = ({ dedicated, grid3, grid2, grid1 }: Place) =>
  [dedicated, grid3, grid2, grid1].filter((grid) => grid !== undefined)

/** Where a case lies, as it was reported: its building or estate, its point, or the grid that it names; of one that ended, what took it over. */
export function itsPlace(place: Place, standingFor: (grid: string) => string): GivenPlace | undefined {
  const unit = place.building ?? place.estate
  const point = place.point && { longitude: place.point[0], latitude: place.point[1], system: 'wgs84' as const }
  if (unit !== undefined) return { code: unit, ...(point && { point }) }
  if (point && place.how !== 'unit') return { point }
  const [deepest] = gridsOf(place)
  return deepest === undefined ? undefined : { code: standingFor(deepest) }
}

/** Whether a case names a grid, or a post that it may go back to, that stands no more; or its community lies in another street by now. */
export const isAstray = (item: Placed, rules: Rulebook): boolean =>
  streetNow(item.place, rules) !== item.place.street ||
  [...gridsOf(item.place), ...postsOf(item).map(({ unit }) => unit)].some((unit) => !stands(rules, unit))

const postsOf = ({ accepting, holder, dispatchedBy, before, resolution, work }: Placed): Post[] =>
  [accepting, holder, dispatchedBy, before, resolution?.holder, work?.dispatchedBy].filter((post) => post !== undefined)

/** 随网格调整: a boundary was drawn anew, and what is open goes to the grid in which it now lies, on the limits that run. */
export function regrid<Item extends Placed>(item: Item, _: Regrid, context: CaseContext): Item | Refusal {
  const placed = inItsGrid(item, context)
  return placed === item ? refuse('它所在的网格没有变', 'it lies in the grid in which it lay') : placed
}

/**
 * A case in the street and the grids in which it lies now. Whoever has it by a grid or a street that it left, or would get it back, passes it on
 * to whoever has that now; another desk or a handling unit keeps it.
 */
export function inItsGrid<Item extends Placed>(told: Item, context: CaseContext): Item {
  const item = inItsStreet(told, context)
  const { rules, officeHours } = context
  const place = placeNow(item.place, context)
  const [were, are] = [gridsOf(item.place), gridsOf(place)]
  const left = ({ role, unit }: Post) =>
    !stands(rules, unit) || (role === 'gridWorker' && were.includes(unit) && !are.includes(unit))
  if (were.join() === are.join() && !postsOf(item).some(left)) return item
  const taking = { about: item.about, urgent: item.urgency === 'urgent', guarded: item.protected, regards: item.regards }
  // Who is on duty has what comes now, and nothing that may go back later.
  const [anew, later] = [officeHours, true].map((hours) => accepting(context, place, { ...taking, officeHours: hours }))
  const passed = (post: Post) => (left(post) && later ? later.post : post)
  return {
    ...item,
    ...{ place, accepting: passed(item.accepting) },
    ...(item.holder?.role === 'gridWorker' && left(item.holder) && anew && holderOf({ ...item, place }, anew, context)),
    ...(item.dispatchedBy && { dispatchedBy: passed(item.dispatchedBy) }),
    ...(item.before && { before: passed(item.before) }),
    ...(item.resolution && { resolution: { ...item.resolution, holder: passed(item.resolution.holder) } }),
    ...(item.work && { work: { ...item.work, dispatchedBy: passed(item.work.dispatchedBy) } }),
  }
}

/** Who has it after whoever had it by a grid. Whoever solved it does not come to look at their own work. */
function holderOf(item: Placed, { post, words }: ReturnType<typeof accepting>, at: RulesNow) {
  if (item.resolution) return { holder: otherEye(item, item.resolution.by.post, at) ?? dispatcherOf(at.rules) }
  return {
    holder: post,
    routedBy: { zh: `网格边界调整：${words.zh}`, en: `the boundary was drawn anew: ${words.en}` },
  }
}

/** A place with the grids in which it lies now; where that is not known, with those of its grids that stand. */
function placeNow(place: Place, { lies, rules }: CaseContext): Place {
  const { grid1: _1, grid2: _2, grid3: _3, dedicated: _4, ...where } = place
  // No boundary of a grid crosses that of its community.
  const found = lies && !isRefusal(lies) && lies.community === place.community ? lies : place
  const standing = (['grid1', 'grid2', 'grid3', 'dedicated'] as const).flatMap((level) => {
    const grid = found[level]
    return grid !== undefined && stands(rules, grid) ? [[level, grid] as const] : []
  })
  return { ...where, ...Object.fromEntries(standing) }
}
