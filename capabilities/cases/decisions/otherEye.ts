import type { Post } from '#kernel/people/actor.ts'
import type { Known } from '../contract/item.ts'
import { hiddenFrom } from '../routing.ts'
import { isStaffed, type RulesNow } from '../rulebook.ts'

/** Who looks on site: the grid worker; what a grid worker solved is looked at by someone else. Undefined where nobody else is. */
export function otherEye(
  item: Pick<Known, 'place' | 'about' | 'parts' | 'protected'>,
  solver: { role: string; unit?: string },
  at: RulesNow,
): Post | undefined {
  if (item.protected) return undefined
  const { grid3, grid2, grid1, community, street } = item.place
  const grids = [grid3, grid2, grid1].filter((grid) => grid !== undefined)
  const posts: Post[] = [
    ...grids.map((unit): Post => ({ role: 'gridWorker', unit })),
    ...(community === undefined ? [] : [{ role: 'communitySecretary' as const, unit: community }]),
    ...(street === undefined ? [] : [{ role: 'streetDesk' as const, unit: street }]),
  ]
  const hidden = hiddenFrom(item.place, item.about)
  const solved = ({ role, unit }: Post) => role === solver.role && unit === solver.unit
  return posts.find((post) => isStaffed(at, post) && !solved(post) && !hidden.includes(post.unit) && !hasHelped(item, post.unit))
}

/** Whether a unit did its part of the solution. */
export const hasHelped = ({ parts }: Pick<Known, 'parts'>, unit: string | undefined): boolean =>
  parts.some((part) => part.unit === unit && part.state === 'contributed')
