import { type Refusal, refuse } from '#kernel/flow/refusal.ts'
import type { Words } from '#kernel/words.ts'
import { aboutOf } from '../concerning.ts'
import type { Correct } from '../contract/inputs.ts'
import type { Case, Known } from '../contract/item.ts'
import type { CaseContext } from '../rulebook.ts'
import { reportedAgain } from './declining.ts'

// What was written of the one is not told of the others: their reporters are other people.
const takenAlong: Words = {
  zh: '相关的事项更正后，单独办理',
  en: 'handled on its own, since what it belongs to was corrected',
}

/** Whether a correction hides a case from some who had it before them: it is protected now, or about more of those who handle it. */
export const isGuardedMore = (before: Known, after: Known): boolean =>
  (after.protected && !before.protected) || after.about.length > before.about.length

/**
 * What goes along when a case turns out to be protected, or about those who handle it (`after`): what says the same is hidden from the same. That
 * is what was merged into it, also by way of another; what was withdrawn and went on as it; and what somebody who followed it has as a
 * case of their own, with that from which it came. Whatever is open comes in again, so that whoever reported it has a case of theirs
 * still; the rest is guarded as it lies. What was split off is another matter: it stays, but past whom the whole is about, and without the
 * photos that came with what is protected.
 */
export function guardedAlong(
  after: Case,
  { category, concerns }: Pick<Correct, 'category' | 'concerns'>,
  context: CaseContext,
): Case[] | Refusal {
  const { others, rules } = context
  if (!after.children.every((id) => others.some((other) => other.id === id)))
    return refuse('刚刚又有事项并入，请再试一次', 'something was merged into it just now: try again')
  const { same, parts } = familyOf(after, others)
  const merged = new Set(same.filter(({ state }) => state === 'merged').map(({ id }) => id))
  const alike = (one: Case): Case => {
    const code = category ?? one.category
    const about = aboutOf(rules, rules.categories.get(code) ?? {}, one.place, { about: one.about, concerns })
    return {
      ...{ ...one, category: code, protected: rules.categories.get(code)?.protected !== undefined, about, followers: [] },
      children: one.children.filter((id) => !merged.has(id)),
    }
  }
  const apart = (one: Case): Case => {
    const about = [...new Set([...one.about, ...after.about])]
    return { ...one, about, ...(about.length > 0 && { followers: [] }), ...(after.protected && !one.protected && { photos: [] }) }
  }
  const goesOn = (before: Case, guarded: Case): Case =>
    (isGuardedMore(before, guarded) && 'holder' in before) || before.state === 'merged'
      ? reportedAgain(guarded, takenAlong, context)
      : guarded
  const changed = (before: Case, guarded: Case) =>
    before.state === 'merged' || isGuardedMore(before, guarded) || guarded.photos.length < before.photos.length
      ? [goesOn(before, guarded)]
      : []
  return [...same.flatMap((one) => changed(one, alike(one))), ...parts.flatMap((one) => changed(one, apart(one)))]
}

/**
 * Of what a case came of or has below it, however far: what says the same, as merged, withdrawn and gone on, or a follower's own; and what was split
 * off from one of these.
 */
function familyOf(item: Case, others: readonly Case[]): { same: Case[]; parts: Case[] } {
  const family = new Map([[item.id, item]])
  const parts = new Set<Case>()
  for (let size = 0; size < family.size; ) {
    size = family.size
    for (const one of others) {
      if (family.has(one.id) || parts.has(one)) continue
      const above = one.origin === undefined ? undefined : family.get(one.origin)
      if (saysTheSame(one, family)) family.set(one.id, one)
      else if (above && above.reporter === one.reporter) parts.add(one)
    }
  }
  family.delete(item.id)
  return { same: [...family.values()], parts: [...parts] }
}

/** Whether a case is merged into one of a family, was withdrawn and goes on as one, or is what a follower of one has of their own, or the other way round. */
function saysTheSame(one: Case, family: ReadonlyMap<string, Case>): boolean {
  if (one.state === 'merged' && family.has(one.parent)) return true
  if (one.state === 'withdrawn' && one.continuedAs !== undefined && family.has(one.continuedAs)) return true
  const above = one.origin === undefined ? undefined : family.get(one.origin)
  return (
    (above !== undefined && above.reporter !== one.reporter) ||
    [...family.values()].some(({ origin, reporter }) => origin === one.id && reporter !== one.reporter)
  )
}
