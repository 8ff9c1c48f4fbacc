import { Compile } from 'typebox/compile'
import { type Case, type CaseIn, Known, type Work } from './contract/item.ts'
import type { Part } from './contract/terms.ts'

const fields = new Set(Object.keys(Known.properties))
const check = Compile(Known)
const isKnown = (value: unknown): value is Known => check.Check(value)

/** What is known of a case in every state: what its next state begins from. */
export function known(item: Case): Known {
  const rest = Object.fromEntries(Object.entries(item).filter(([field]) => fields.has(field)))
  if (isKnown(rest)) return rest
  throw new Error(`case ${item.id} lacks what every case has`, { cause: check.Errors(rest) })
}

const isOpen = ({ state }: Part) => state === 'asked' || state === 'received'

/** The parts once nobody waits for them any more: what was still open is relieved. */
export const relieved = (parts: readonly Part[]): Part[] =>
  parts.map((part) => (isOpen(part) ? { ...part, state: 'relieved' } : part))

/** How a handling unit has it, to be kept while the case is elsewhere. */
export const workOf = ({ lead, dispatchedBy, bound, receivedAt, takenBy }: CaseIn<'handling'>): Work => ({
  lead,
  dispatchedBy,
  bound,
  receivedAt,
  takenBy,
})
