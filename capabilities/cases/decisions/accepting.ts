import { type Refusal, refuse } from '#kernel/flow/refusal.ts'
import type { Post } from '#kernel/people/actor.ts'
import type { CaseIn, Known } from '../contract/item.ts'
import { known } from '../known.ts'
import { causes, limitsAfter } from '../limits.ts'
import { deskAbove, hiddenFrom } from '../routing.ts'
import { type CaseContext, isStaffed, nameOf, type Rulebook } from '../rulebook.ts'
import { hasHelped } from './otherEye.ts'

export const takenNow = ({ actor, now }: CaseContext) => ({ takenBy: { id: actor.id, name: actor.name, at: now.toString() } })

/** 承单: the post's holder takes it on. Of several who press at once, exactly one wins: the item is locked. */
export function accept(item: CaseIn<'reported'>, _: object, context: CaseContext): CaseIn<'accepted'> {
  const limits = limitsAfter(item, context, { end: ['accept'], begin: [{ step: 'solve', cause: causes.accepted }] })
  return { ...known(item), ...limits, state: 'accepted', holder: item.holder, ...takenNow(context) }
}

/** 上报: one desk higher. What a post cannot settle it passes up, with a word; nothing passes itself up. */
export function escalate(item: CaseIn<'accepted' | 'triage'>, _: object, context: CaseContext): CaseIn<'triage'> {
  const { post, desk } = deskAbove(context, item.place, item.about, item.holder)
  const limits = limitsAfter(item, context, { end: ['solve', 'triage'], begin: [{ step: 'triage', cause: causes.escalated }] })
  return { ...withFormer(item, item.holder.unit), ...limits, state: 'triage', holder: post, desk }
}

export function isTopDesk(item: CaseIn<'accepted' | 'triage'>): Refusal | undefined {
  if (item.holder.role !== 'dispatcher') return
  return refuse('已在区级分流，请派单', 'it is at the top desk already: dispatch it')
}

/** 下派: from a desk back to the grid. */
export function sendDown(item: CaseIn<'triage'>, _: object, context: CaseContext): CaseIn<'accepted'> | Refusal {
  const post = gridPost(item, context)
  if (!post) return refuse('这里没有在岗的网格员，请派单', 'no grid here has a worker: dispatch it')
  const limits = limitsAfter(item, context, { end: ['triage'], begin: [{ step: 'solve', cause: causes.sentDown }] })
  return { ...known(item), ...limits, state: 'accepted', holder: post }
}

/** The grid post nearest to the case that somebody is at; none that the case is about, and none for a protected one. */
export function gridPost({ place, about, protected: guarded }: CaseIn<CaseState>, context: CaseContext): Post | undefined {
  const hidden = hiddenFrom(place, about)
  const { dedicated, grid3, grid2, grid1 } = place
  const grids = [dedicated, grid3, grid2, grid1].filter((grid) => grid !== undefined).filter((grid) => !hidden.includes(grid))
  if (guarded) return undefined
  return grids.map((unit): Post => ({ role: 'gridWorker', unit })).find((post) => isStaffed(context, post))
}
type CaseState = Parameters<typeof known>[0]['state']

/** What is known of a case, with one more unit that had it and goes on seeing its history. */
export function withFormer(item: Parameters<typeof known>[0], unit: string) {
  const base = known(item)
  return base.former.includes(unit) ? base : { ...base, former: [...base.former, unit] }
}

/** Whether a post is of the place where a case lies: a grid of its community, a community of its street, its street. Nothing goes sideways. */
function isThere({ place: { street, community } }: Pick<Known, 'place'>, { unit }: Post, { units }: Rulebook): boolean {
  const { kind, parent } = units.get(unit) ?? {}
  if (kind === undefined) return false
  if (kind === 'grid') return community === undefined || parent === community
  if (kind === 'community') return street === undefined || parent === street
  return kind !== 'street' || street === undefined || unit === street
}

/**
 * 移交: to another post of the same standing where the case lies, for a leave or a change of worker. Open work goes along, named and
 * logged.
 */
export function handOver(
  item: CaseIn<'reported' | 'accepted' | 'triage' | 'dispatched' | 'handling' | 'verifying'>,
  { to }: { to: Post },
  context: CaseContext,
) {
  const { rules } = context
  if ('lead' in item) return refuse('由承办单位办理的事项请用“转办”', 'a handling unit has it: transfer it instead')
  if (to.role !== item.holder.role) return refuse('只能移交给同类岗位', 'it can only be handed to a post of the same kind')
  if (!isThere(item, to, rules))
    return refuse(
      '只能移交给事发地的同类岗位；地点不对请更正，不归这里管请上报',
      'it stays with the posts of its place: correct a wrong place, and pass up what is not yours',
    )
  if (hiddenFrom(item.place, item.about).includes(to.unit))
    return refuse('事项涉及该单位自身，不能移交给它', 'the case is about that unit itself')
  if (item.state === 'verifying' && (item.resolution.by.post.unit === to.unit || hasHelped(item, to.unit)))
    return refuse('不能由办理的岗位核查自己的工作', 'the post that solved it does not look at its own work')
  if (!isStaffed(context, to))
    return refuse(`${nameOf(rules, to.unit)}的这个岗位无人在岗`, `nobody is at that post of ${to.unit}`)
  return { ...item, holder: to }
}
