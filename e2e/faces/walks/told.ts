import type { Figure } from '../figures.ts'
import type { Way } from './hand.ts'

/** The most of each that a way may take. Seconds are told beside theirs and never judged. */
export interface Budget {
  taps?: number
  keys?: number
  seconds?: number
}

/** Tells what somebody's way took: what has a budget beside it, and what was done besides where that is anything. */
export function tellWay(tell: (figure: Figure) => void, what: string, way: Way, budget: Budget): void {
  for (const unit of ['taps', 'keys'] as const)
    if (budget[unit] !== undefined || way[unit] > 0)
      tell({ what, measured: way[unit], unit, ...(budget[unit] !== undefined && { budget: budget[unit] }) })
  if (way.fields > 0) tell({ what, measured: way.fields, unit: 'fields put the finger into, to type' })
  const beside = budget.seconds === undefined ? {} : { budget: budget.seconds, judged: false }
  tell({ what, measured: way.seconds, unit: `seconds, at a ${way.pace.name} pace`, ...beside })
}
