import { type Refusal, refuse } from '#kernel/flow/refusal.ts'
import type { Words } from '#kernel/words.ts'
import { aboutOf } from '../concerning.ts'
import type { Correct } from '../contract/inputs.ts'
import type { Case, CaseIn, Known } from '../contract/item.ts'
import type { CaseContext } from '../rulebook.ts'
import { reportedAgain } from './declining.ts'

// What was written of the one is not told of the others: their reporters are other people.
const takenAlong: Words = {
  zh: '所并入的事项更正后，单独办理',
  en: 'handled on its own, since what it was merged into was corrected',
}

/** Whether a correction hides a case from some who had it before them: it is protected now, or about more of those who handle it. */
export const isGuardedMore = (before: Known, after: Known): boolean =>
  (after.protected && !before.protected) || after.about.length > before.about.length

/**
 * What goes along when a case turns out to be protected, or about those who handle it: it says the same, and is hidden from the same. What was
 * merged into it, also by way of another, comes in again, each guarded itself, so that whoever reported it has a case of theirs still; what
 * was withdrawn and went on as this one is guarded as it lies.
 */
export function guardedAlong(
  item: Case,
  { category, concerns }: Pick<Correct, 'category' | 'concerns'>,
  context: CaseContext,
): (CaseIn<'reported'> | CaseIn<'withdrawn'>)[] | Refusal {
  const { others, rules } = context
  if (!item.children.every((id) => others.some((other) => other.id === id)))
    return refuse('刚刚又有事项并入，请再试一次', 'something was merged into it just now: try again')
  const { withdrawn, merged } = hangingOn(item, others)
  const family = new Set(merged.map(({ id }) => id))
  const guarded = <One extends Case>(one: One): One => {
    const code = category ?? one.category
    const about = aboutOf(rules, rules.categories.get(code) ?? {}, one.place, { about: one.about, concerns })
    return {
      ...{ ...one, category: code, protected: rules.categories.get(code)?.protected !== undefined, about, followers: [] },
      children: one.children.filter((id) => !family.has(id)),
    }
  }
  return [...withdrawn.map(guarded), ...merged.map((one) => reportedAgain(guarded(one), takenAlong, context))]
}

/**
 * Of what a case came of or has below it: what is merged into it, also by way of another, and what was withdrawn and goes on as it, or as what is
 * merged into it, one after the other.
 */
function hangingOn(item: Case, others: readonly Case[]) {
  const family = new Set([item.id])
  const withdrawn = new Set<CaseIn<'withdrawn'>>()
  const merged = new Set<CaseIn<'merged'>>()
  for (let size = 0; size < family.size; ) {
    size = family.size
    for (const one of others) {
      if (one.state === 'merged' && family.has(one.parent)) merged.add(one)
      else if (one.state === 'withdrawn' && one.continuedAs !== undefined && family.has(one.continuedAs)) withdrawn.add(one)
      else continue
      family.add(one.id)
    }
  }
  return { withdrawn: [...withdrawn], merged: [...merged] }
}
