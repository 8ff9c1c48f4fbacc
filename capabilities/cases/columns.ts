import type { Column } from '#kernel/flow/define.ts'
import { callUntil, isToBeCalled } from './calling.ts'
import type { Case } from './contract/item.ts'
import { owesAnswer } from './decisions/outside.ts'
import { holdersLimit } from './limits.ts'
import { placesOf } from './routing.ts'

/** What lists of cases filter, sort, map and count: real columns, so that indexes and row-level security serve them. */
export function columnsOf(item: Case): Record<string, Column> {
  const { place } = item
  const due = holdersLimit(item)
  const holder = 'holder' in item ? item.holder : undefined
  return {
    number: item.number,
    category: item.category,
    kind: item.kind,
    urgency: item.urgency,
    channel: item.channel,
    street: place.street ?? null,
    community: place.community ?? null,
    estate: place.estate ?? null,
    building: place.building ?? null,
    grid1: place.grid1 ?? null,
    grid2: place.grid2 ?? null,
    grid3: place.grid3 ?? null,
    dedicated: place.dedicated ?? null,
    lead: leadOf(item) ?? null,
    station: item.regards?.code ?? null,
    holder_role: holder?.role ?? null,
    holder_unit: holder?.unit ?? null,
    reporter: item.reporter,
    reported_at: item.reportedAt,
    due_at: due?.dueAt ?? null,
    yellow_at: due?.yellowAt ?? null,
    asked: askedIn(item),
    call_until: callUntil(item) ?? null,
    closed_at: item.state === 'closed' ? item.closedAt : null,
    published_at: item.publishedAt ?? null,
    outcome: 'resolution' in item ? item.resolution.outcome : null,
    round: item.round,
    returned: item.returns > 0,
    extended: item.everExtended ?? item.extensions > 0,
    staff_reported: item.staffReported,
    protected: item.protected,
    hidden: isHidden(item),
    // Whatever changes may bring in what is personal: it is to be forgotten in its turn.
    forgotten: false,
    point: { point: place.point },
  }
}

/** About the chain itself, or protected: left out of counts that others see, of what everybody reads, and of webhooks. */
export const isHidden = ({ about, protected: guarded }: Case): boolean => about.length > 0 || guarded

/** What a lead may ask of the dispatcher and the supervisor, in the order in which the column has it. */
export const leadsAsk = ['extension', 'suspension', 'ledger'] as const
/** And what is asked of others once it is done with: the grid leader's check of what staff reported, an answer to the platform that it came from, a call back. */
const doneAsks = ['check', 'answerOutside', 'callBack'] as const
export const asks = [...leadsAsk, ...doneAsks] as const
export type Ask = (typeof asks)[number]

/** What may have become of a case on its way, whatever it has come to since. */
export const haps = ['return', 'extension'] as const
export type Had = (typeof haps)[number]

function askedIn(item: Case): string | null {
  if (item.state === 'resolved' && item.staffReported) return 'check'
  if (owesAnswer(item)) return 'answerOutside'
  if (isToBeCalled(item)) return 'callBack'
  if (item.state !== 'handling') return null
  const { extension, suspension, ledgerAsked: ledger } = item
  const open = { extension, suspension, ledger }
  return leadsAsk.filter((ask) => open[ask] !== undefined).join(' ') || null
}

/** All that the column may hold where this is among what is asked. */
export const askedWith = (ask: Ask): string[] => {
  if (!isLeads(ask)) return [ask]
  const others = leadsAsk.filter((other) => other !== ask)
  const sets: Ask[][] = [[], [...others], ...others.map((other) => [other])]
  return sets.map((set) => leadsAsk.filter((one) => one === ask || set.includes(one)).join(' '))
}

const isLeads = (ask: Ask): ask is (typeof leadsAsk)[number] => leadsAsk.some((one) => one === ask)

export const leadOf = (item: Case): string | undefined =>
  'lead' in item ? item.lead : 'work' in item ? item.work?.lead : undefined

export const placesOfCase = (item: Case): string[] => {
  const lead = leadOf(item)
  return placesOf({ ...item, ...(lead !== undefined && { lead }) })
}

/** Whose own it is: the reporter's and the followers'; of a merged one it stays its reporter's. */
export const partiesOf = (item: Case): string[] => [item.reporter, ...item.followers]
