import type { Change } from '#kernel/flow/command.ts'
import { type Refusal, refuse } from '#kernel/flow/refusal.ts'
import type { Words } from '#kernel/words.ts'
import { aboutOf } from '../concerning.ts'
import type { Correct } from '../contract/inputs.ts'
import type { Case, CaseIn, Known } from '../contract/item.ts'
import { known } from '../known.ts'
import type { CaseContext } from '../rulebook.ts'
import { isSettled } from '../settled.ts'
import { reportedAgain } from './declining.ts'
import { childrenWithout, freed } from './following.ts'

// What was written of the one is not told of the others: their reporters are other people.
const takenAlong: Words = {
  zh: '相关的事项更正后，单独办理',
  en: 'handled on its own, since what it belongs to was corrected',
}

/** Whether a correction hides a case from some who had it before them: it is protected now, or about more of those who handle it. */
export const isGuardedMore = (before: Known, after: Known): boolean =>
  (after.protected && !before.protected) || after.about.length > before.about.length

/**
 * A case that turned out to be guarded, past those who had it. What was said to be done, or is public, is so no more: it is another matter,
 * and another round.
 */
export function comesInAnew(before: Case, guarded: Case, cause: Words, context: CaseContext): CaseIn<'reported'> {
  const { publishedAt: _publishedAt, publicPhotos: _publicPhotos, leader: _leader, ...base } = known(guarded)
  const had = 'lead' in before ? before.lead : 'work' in before ? before.work?.lead : undefined
  const round = 'resolution' in before ? { round: before.round + 1, extensions: 0, extendedDays: 0, pausedDays: 0 } : {}
  const once = { ...base, ...round, former: had === undefined ? base.former : [...new Set([...base.former, had])] }
  return reportedAgain({ ...once, state: 'reported', holder: before.accepting }, cause, context)
}

/**
 * What goes along when a case turns out to be protected, or about those who handle it (`after`): what says the same is hidden from the same. That
 * is what was merged into it, what was withdrawn and went on as it, and what somebody who followed it has as a case of their own, with
 * that from which it came, however far. What was split off is another matter, and is only hidden from whom the whole is about, and shows
 * no photo that came with what is protected. Of all that is guarded so, what is merged or open comes in anew, so that whoever reported
 * it has a case of theirs; what is settled is guarded as it lies.
 */
export function guardedAlong(
  after: CaseIn<'reported'>,
  input: Pick<Correct, 'category' | 'concerns'>,
  context: CaseContext,
): Change<Case, CaseIn<'reported'>> | Refusal {
  const { others } = context
  if (!after.children.every((id) => others.some((other) => other.id === id)))
    return refuse('刚刚又有事项并入，请再试一次', 'something was merged into it just now: try again')
  const { same, parts } = sameAndParts(after, others)
  const photos = new Set([after, ...same].flatMap((one) => one.photos))
  const changes = [
    ...same.map((before) => ({ before, guarded: alike(before, input, context) })),
    ...parts.map((before) => ({ before, guarded: apart(before, after, photos) })),
  ]
  const hidden = changes.filter(
    ({ before, guarded }) => isGuardedMore(before, guarded) || (isMerged(before) && same.includes(before)),
  )
  const released = hidden.flatMap(({ before }) => (isMerged(before) ? [before] : []))
  const kept = <One extends Case>(one: One): One => ({ ...one, children: childrenWithout(one, released) })
  const written = changes.flatMap(({ before, guarded }) => {
    const isHidden = hidden.some((one) => one.before === before)
    if (isHidden && (isMerged(before) || !isSettled(before))) return [kept(comesInAnew(before, guarded, takenAlong, context))]
    return isHidden || guarded.photos.length < before.photos.length ? [kept(guarded)] : []
  })
  const ids = new Set([after, ...written].map(({ id }) => id))
  const left = others.filter((one) => !ids.has(one.id) && released.some(({ parent }) => parent === one.id))
  return { item: kept(after), others: [...written, ...left.map((one) => freed(one, released, others))] }
}

const isMerged = (item: Case): item is CaseIn<'merged'> => item.state === 'merged'

/** What says the same as a case that is guarded, guarded as that is. */
function alike(one: Case, { category, concerns }: Pick<Correct, 'category' | 'concerns'>, { rules }: CaseContext): Case {
  const code = one.protected ? one.category : (category ?? one.category)
  const told = rules.categories.get(code)
  const about = aboutOf(rules, told ?? {}, one.place, { about: one.about, concerns })
  return { ...one, category: code, protected: one.protected || told?.protected !== undefined, about, followers: [] }
}

/** What was split off from a case that is guarded: another matter, hidden from whom the whole is about, without what came with what is protected. */
function apart(one: Case, whole: Case, photos: ReadonlySet<string>): Case {
  const about = [...new Set([...one.about, ...whole.about])]
  return {
    ...{ ...one, about },
    ...(about.length > 0 && { followers: [] }),
    ...(whole.protected && !one.protected && { photos: one.photos.filter((photo) => !photos.has(photo)) }),
  }
}

/**
 * Of what hangs together with a case, however far: what says the same as it, and what was split off from one of these, with what says the same
 * as that.
 */
function sameAndParts(item: Case, others: readonly Case[]): { same: Case[]; parts: Case[] } {
  const same = new Map([[item.id, item]])
  const parts = new Map<string, Case>()
  for (let size = 0; size < same.size + parts.size; ) {
    size = same.size + parts.size
    for (const one of others) {
      if (same.has(one.id) || parts.has(one.id)) continue
      if (saysTheSame(one, same)) same.set(one.id, one)
      else if (saysTheSame(one, parts) || isSplitFrom(one, same) || isSplitFrom(one, parts)) parts.set(one.id, one)
    }
  }
  same.delete(item.id)
  return { same: [...same.values()], parts: [...parts.values()] }
}

/** Whether a case is merged into one of some, was withdrawn and goes on as one, or is what a follower of one has of their own, or the other way round. */
function saysTheSame(one: Case, some: ReadonlyMap<string, Case>): boolean {
  if (isMerged(one) && some.has(one.parent)) return true
  if (one.state === 'withdrawn' && one.continuedAs !== undefined && some.has(one.continuedAs)) return true
  const isOwn = (own: Case, of: Case) => own.origin === of.id && own.reporter !== of.reporter
  return [...some.values()].some((other) => isOwn(one, other) || isOwn(other, one))
}

const isSplitFrom = (one: Case, some: ReadonlyMap<string, Case>): boolean =>
  one.origin !== undefined && some.get(one.origin)?.reporter === one.reporter
