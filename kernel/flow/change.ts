import type { Actor } from '../people/actor.ts'
import { type EventBody, genesis, type Link, link } from '../record/event.ts'
import type { AnyItem, Change, Notice } from './command.ts'
import type { Flow } from './define.ts'
import { eventOf } from './events.ts'
import { patchOf } from './patch.ts'
import type { Kept } from './store/items.ts'

/** One item's change as it is to be written: what it was and is, the event that tells of it, and what has to leave because of it. */
export interface ItemChange<Item extends AnyItem> {
  before: Kept<Item> | undefined
  after: Item
  event: EventBody
  chained: Link
  leaving: object
  /** Whether the command was sent to this item; else it changed along with that one. */
  own: boolean
}

/** A command as its events tell it: personal fields are references already. */
interface Told {
  name: string
  id: string
  input: unknown
  actor: Actor
  now: Temporal.Instant
  saidAt?: string
}

/**
 * What a decision changes, item by item, the one it was about first. Pure, and the same for a command that is carried out now
 * and for one of a history that is written at once.
 */
export function itemChanges<Item extends AnyItem, Facts>(
  flow: Flow<Item, Facts>,
  { name, id, input, actor, now, saidAt }: Told,
  change: Change<Item>,
  keptOf: (id: string) => Kept<Item> | undefined,
): ItemChange<Item>[] {
  const { district } = actor
  const body = { shape: 1 as const, district, flow: flow.name, command: name, at: now.toString(), by: byOf(actor) }
  return [change.item, ...(change.others ?? [])].map((changed) => {
    const own = changed.id === id
    const before = keptOf(changed.id)
    const after = { ...changed, version: (before?.item.version ?? 0) + 1 }
    // What is kept must read back as an item: a decision that breaks its own contract is found here, before anything is written.
    flow.mustFit(after, (before ?? keptOf(id))?.item)
    const told = { ...body, ...(own ? { input } : { input: {}, cause: id }), ...(saidAt ? { saidAt } : {}) }
    const event: EventBody = { ...told, item: after.id, sequence: after.version, patch: patchOf(before?.item, after) }
    const notices = once([...flow.notices(before?.item, after, name), ...(own ? (change.notices ?? []) : [])])
    const leaving = {
      ...{ flow: flow.name, command: name, at: body.at, notices },
      ...{ places: flow.places(after), parties: flow.parties(after) },
      ...{ event: eventOf(flow, name), state: after.state, hidden: isHidden(flow, before?.item) || isHidden(flow, after) },
      guarded: isGuarded(flow, before?.item) || isGuarded(flow, after),
    }
    return { before, after, event, chained: link(before?.tip ?? genesis, event), leaving, own }
  })
}

/** Nobody is told the same thing twice by one change. */
const once = (notices: readonly Notice[]): Notice[] => [
  ...new Map(notices.map((notice) => [JSON.stringify(notice), notice])).values(),
]

const isGuarded = <Item extends AnyItem, Facts>(flow: Flow<Item, Facts>, item: Item | undefined): boolean =>
  item !== undefined && (flow.guarded?.(item) ?? false)

/** Whether nobody outside may hear of it: a flow that does not say hides what only a few may see. */
const isHidden = <Item extends AnyItem, Facts>(flow: Flow<Item, Facts>, item: Item | undefined): boolean =>
  item !== undefined && ((flow.hidden ?? flow.guarded)?.(item) ?? false)

const byOf = ({ id, name, role, unit }: Actor): EventBody['by'] => ({ id, name, role, ...(unit === undefined ? {} : { unit }) })
