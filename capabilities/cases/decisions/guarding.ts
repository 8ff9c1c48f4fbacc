import { type Refusal, refuse } from '#kernel/flow/refusal.ts'
import type { Words } from '#kernel/words.ts'
import { aboutOf } from '../concerning.ts'
import type { Correct } from '../contract/inputs.ts'
import type { Case, CaseIn } from '../contract/item.ts'
import type { CaseContext } from '../rulebook.ts'
import { reportedAgain } from './declining.ts'

/** Whether a correction hides a case from some who had it before them: it is protected now, or about more of those who handle it. */
export const isGuardedMore = (before: Case, after: Case): boolean =>
  (after.protected && !before.protected) || after.about.length > before.about.length

/**
 * What goes along when a case turns out to be protected, or about those who handle it: it says the same, and is hidden from the same. What was
 * merged into it, also by way of another, comes in again, each guarded itself, so that whoever reported it has a case of theirs still; what
 * was withdrawn and went on as this one is guarded as it lies.
 */
export function guardedAlong(
  item: Case,
  { category, concerns }: Pick<Correct, 'category' | 'concerns'>,
  cause: Words,
  context: CaseContext,
): (CaseIn<'reported'> | CaseIn<'withdrawn'>)[] | Refusal {
  const { others, rules } = context
  if (!item.children.every((id) => others.some((other) => other.id === id)))
    return refuse('刚刚又有事项并入，请再试一次', 'something was merged into it just now: try again')
  const withdrawn = others.filter((one) => one.state === 'withdrawn').filter(({ continuedAs }) => continuedAs === item.id)
  const merged = mergedUnder([item, ...withdrawn], others)
  const family = new Set(merged.map(({ id }) => id))
  const guarded = <One extends Case>(one: One): One => {
    const code = category ?? one.category
    const about = aboutOf(rules, rules.categories.get(code) ?? {}, one.place, { about: one.about, concerns })
    return {
      ...{ ...one, category: code, protected: rules.categories.get(code)?.protected !== undefined, about, followers: [] },
      children: one.children.filter((id) => !family.has(id)),
    }
  }
  return [...withdrawn.map(guarded), ...merged.map((one) => reportedAgain(guarded(one), cause, context))]
}

/** What is merged into some cases and still is, also by way of another. */
function mergedUnder(cases: readonly Case[], others: readonly Case[]): CaseIn<'merged'>[] {
  const above = new Set(cases.map(({ id }) => id))
  const found: CaseIn<'merged'>[] = []
  for (let some = [...others]; some.length > 0; ) {
    const below = some.filter((one) => one.state === 'merged').filter(({ parent }) => above.has(parent))
    for (const one of below) above.add(one.id)
    found.push(...below)
    some = below.length > 0 ? some.filter(({ id }) => !above.has(id)) : []
  }
  return found
}
