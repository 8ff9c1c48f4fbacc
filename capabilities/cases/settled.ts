import type { Case } from './contract/item.ts'
import { stateNames } from './contract/states.ts'

const over = new Set(['closed', 'declined', 'withdrawn', 'merged'])

/** The states in which nothing is waited for any more. A case can come back from each, but only by a command. */
export const settledStates = Object.keys(stateNames).filter((state) => over.has(state))
export const unsettledStates = Object.keys(stateNames).filter((state) => !over.has(state))

export const isSettled = ({ state }: { state: string }): boolean => over.has(state)

/** Since when nothing is waited for any more; nothing of what goes on, or waits for another that it was merged into. */
export function settledAt(item: Case): Temporal.Instant | undefined {
  if (item.state === 'closed') return Temporal.Instant.from(item.closedAt)
  if (item.state === 'withdrawn') return Temporal.Instant.from(item.withdrawnAt)
  if (item.state === 'declined') return Temporal.Instant.from(item.decline.at)
  return undefined
}
