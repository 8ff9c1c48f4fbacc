import { keeping } from '#kernel/kept.ts'
import { type Case, type CaseIn, Known, type Work } from './contract/item.ts'
import type { Part } from './contract/terms.ts'

const fields = new Set(Object.keys(Known.properties))
const { parse } = keeping(Known, 'case')

/** What is known of a case in every state: what its next state begins from. */
export const known = (item: Case): Known => parse(Object.fromEntries(Object.entries(item).filter(([field]) => fields.has(field))))

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
