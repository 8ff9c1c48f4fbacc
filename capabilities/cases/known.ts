import { contractOfKept } from '#kernel/contractOfKept.ts'
import { Case, type CaseIn, Known, type Work } from './contract/item.ts'
import type { Part } from './contract/terms.ts'

const everyState = new Set(Object.keys(Known.properties))
const someStates = new Set(
  Case.anyOf.flatMap(({ properties }) => Object.keys(properties)).filter((field) => !everyState.has(field)),
)
const { parse } = contractOfKept(Known, 'case')

/** What is known of a case in every state: what its next state begins from. What only a later program knows goes along. */
export const known = (item: Case): Known =>
  parse(Object.fromEntries(Object.entries(item).filter(([field]) => !someStates.has(field))))

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
