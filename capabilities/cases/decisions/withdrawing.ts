import type { Change } from '#kernel/flow/command.ts'
import { type Refusal, refuse } from '#kernel/flow/refusal.ts'
import { staffHasItsCode } from '../calling.ts'
import type { Case, CaseIn } from '../contract/item.ts'
import { known } from '../known.ts'
import { limitsAfter } from '../limits.ts'
import type { CaseContext } from '../rulebook.ts'
import { followersOwn } from './followersOwn.ts'
import { followersLeft } from './following.ts'

/**
 * 撤回: where others have joined it goes on for them, as a case of the first of them: with whoever had it, on the clock that runs, and without
 * what was written, shown and told by who leaves. A danger to others is not withdrawn but goes on as staff's, nor is what the law wants
 * reported.
 */
export function withdraw(
  item: CaseIn<'reported' | 'accepted'>,
  _: object,
  context: CaseContext,
): CaseIn<'withdrawn' | 'reported' | 'accepted'> | Change<Case, CaseIn<'withdrawn'>> | Refusal {
  const [next, ...others] = followersLeft(item, context.erased)
  const isDanger = context.rules.categories.get(item.category)?.withdrawable === false || item.protected
  // The code of what was filed for somebody went through a worker's hands: it hands the case to nobody else.
  if (staffHasItsCode(item) && (next !== undefined || isDanger))
    return refuse(
      '代报的事项已有人附议或关系他人安全，不能用查询码撤回',
      'it was filed for you, and others joined it or are in danger: it cannot be withdrawn by code',
    )
  if (next === undefined && isDanger) return { ...item, staffReported: true }
  const withdrawn: CaseIn<'withdrawn'> = {
    ...known(item),
    ...limitsAfter(item, context, { end: 'all' }),
    question: null,
    state: 'withdrawn',
    withdrawnAt: context.now.toString(),
  }
  if (next === undefined) return withdrawn
  const own = forFollowers(item, { next, others }, context)
  return { item: { ...withdrawn, continuedAs: own.id, children: [...withdrawn.children, own.id] }, others: [own] }
}

/** What was withdrawn, for those who joined it. */
function forFollowers(
  item: CaseIn<'reported' | 'accepted'>,
  { next, others }: { next: string; others: string[] },
  context: CaseContext,
): CaseIn<'reported' | 'accepted'> {
  const words = `附议 ${item.number}：原报单人已撤回，问题还在`
  // Who handles it goes on reading what was merged into it.
  const own = { ...followersOwn(item, next, words, context), followers: others, children: item.children }
  if (item.state === 'reported') return { ...own, state: 'reported', holder: item.holder }
  return { ...own, state: 'accepted', holder: item.holder, ...(item.takenBy && { takenBy: item.takenBy }) }
}
