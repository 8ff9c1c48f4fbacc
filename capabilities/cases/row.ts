import type { Actor } from '#kernel/people/actor.ts'
import { leadOf } from './columns.ts'
import type { Case } from './contract/item.ts'
import type { CaseRow } from './contract/seen.ts'
import { awaitsReply } from './decisions/talking.ts'
import { holdersLimit } from './limits.ts'
import { nameOf, type Rulebook } from './rulebook.ts'
import { placeFor } from './sight.ts'

/** A case as a line of its reader's list: what needs no vault. */
export function rowOf(item: Case, rules: Rulebook, reader: Actor): CaseRow {
  const due = holdersLimit(item)
  const lead = leadOf(item)
  const { street, community, point } = placeFor(item, reader)
  return {
    ...{ id: item.id, number: item.number, version: item.version, state: item.state, category: item.category, kind: item.kind },
    ...{ urgency: item.urgency, gist: item.gist, place: item.place.label, reportedAt: item.reportedAt, round: item.round },
    followers: item.followers.length,
    ...(street !== undefined && { street }),
    ...(community !== undefined && { community }),
    ...(point && { point }),
    ...('holder' in item && { holder: { ...item.holder, unitName: nameOf(rules, item.holder.unit) } }),
    ...(lead !== undefined && { lead: nameOf(rules, lead) }),
    ...(due && { dueAt: due.dueAt, yellowAt: due.yellowAt }),
    ...(item.state === 'closed' && { closedAt: item.closedAt }),
    ...(awaitsReply(item, reader) && { asked: true }),
    ...(item.followers.includes(reader.id) && { joined: true }),
  }
}
