import type { Column } from '#kernel/flow/define.ts'
import type { Case } from './contract/item.ts'
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
    holder_role: holder?.role ?? null,
    holder_unit: holder?.unit ?? null,
    reporter: item.reporter,
    reported_at: item.reportedAt,
    due_at: due?.dueAt ?? null,
    yellow_at: due?.yellowAt ?? null,
    closed_at: item.state === 'closed' ? item.closedAt : null,
    outcome: 'resolution' in item ? item.resolution.outcome : null,
    round: item.round,
    staff_reported: item.staffReported,
    protected: item.protected,
    hidden: item.about.length > 0 || item.protected,
    point: { point: place.point },
  }
}

export const leadOf = (item: Case): string | undefined =>
  'lead' in item ? item.lead : 'work' in item ? item.work?.lead : undefined

export const placesOfCase = (item: Case): string[] => {
  const lead = leadOf(item)
  return placesOf({ ...item, ...(lead !== undefined && { lead }) })
}

/** Whose own it is: the reporter's and the followers'; of a merged one it stays its reporter's. */
export const partiesOf = (item: Case): string[] => [item.reporter, ...item.followers]
