import { type Refusal, refuse } from '#kernel/flow/refusal.ts'
import type { Case, CaseIn } from '../contract/item.ts'
import type { CaseContext } from '../rulebook.ts'

/** Whether two people agreed to leave the round that a case is in out of the rates. */
export const isExcluded = ({ excluded, round }: Pick<Case, 'excluded' | 'round'>): boolean =>
  excluded !== undefined && (excluded.rounds?.includes(round) ?? excluded.agreedBy !== undefined)

/** 剔除 of a round from the rates: asked by a supervisor, agreed by a second person. What comes of a round after it counts. */
export function exclude(
  item: CaseIn<'closed'>,
  { ground }: { ground: string },
  { actor }: CaseContext,
): CaseIn<'closed'> | Refusal {
  const { excluded, round } = item
  if (isExcluded(item)) return refuse('已经剔除', 'it is excluded already')
  const waits = excluded?.agreedBy === undefined && (excluded?.round ?? round) === round
  if (!excluded || !waits)
    return actor.role === 'supervisor'
      ? { ...item, excluded: { ground, askedBy: actor.id, round, ...(excluded?.rounds && { rounds: excluded.rounds }) } }
      : refuse('须先由督办员提出', 'a supervisor has to ask for it first')
  if (excluded.askedBy === actor.id) return refuse('须由另一人复核同意', 'a second person must agree')
  return { ...item, excluded: { ...excluded, agreedBy: actor.id, rounds: [...(excluded.rounds ?? []), round] } }
}
