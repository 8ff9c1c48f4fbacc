import { isDeepStrictEqual } from 'node:util'
import { type Patch, patchOf } from '../flow/patch.ts'
import type { Actor } from '../people/actor.ts'
import { type EventBody, genesis, type Link, link } from '../record/event.ts'

/** An entry as it stands: `version` counts its changes, `ends` is the first day on which it no longer holds. */
export interface Standing<Entry> {
  entry: Entry
  version: number
  ends: string | null
  /** The hash of its last event; empty for what was there before anybody changed it. */
  tip: string
}

export type Act = 'put' | 'end' | 'import'

/** What an entry's events are about, in the record of all things. */
export const itemOf = (register: { name: string }, key: string): string => `${register.name}/${encodeURIComponent(key)}`
const flowOf = (register: { name: string }): string => `register:${register.name}`

/** An entry as its events tell of it: one field each, so that a patch says which ones changed. */
export const told = ({ entry, version, ends }: Omit<Standing<unknown>, 'tip'>): Record<string, unknown> => ({
  version,
  ...(ends !== null && { ends }),
  ...Object.fromEntries(Object.entries(Object(entry)).map(([field, value]) => [`entry.${field}`, value])),
})

export interface EntryChange<Entry> {
  standing: Standing<Entry>
  events: { event: EventBody; chained: Link }[]
}

/**
 * The next version of an entry, and the events that tell of it. What was there before the register ever recorded a change is
 * told first, as it was found (`adopt`), so that the history is whole. Gives nothing if nothing changes.
 */
export function changeOf<Entry>(
  register: { name: string },
  { key, act, by, now }: { key: string; act: Act; by: Actor; now: Temporal.Instant },
  before: Standing<Entry> | undefined,
  after: Pick<Standing<Entry>, 'entry' | 'ends'>,
): EntryChange<Entry> | undefined {
  if (before && before.ends === after.ends && isDeepStrictEqual(before.entry, after.entry)) return undefined
  const { district, id, name, role, unit } = by
  const eventOf = (command: string, sequence: number, patch: Patch): EventBody => ({
    ...{ shape: 1, district, item: itemOf(register, key), sequence, flow: flowOf(register), command, at: now.toString() },
    by: { id, name, role, ...(unit !== undefined && { unit }) },
    input: {},
    patch,
  })
  const found = before && before.tip === genesis ? eventOf('adopt', before.version, patchOf(undefined, told(before))) : undefined
  const adopted = found && { event: found, chained: link(genesis, found) }
  const version = (before?.version ?? 0) + 1
  const patch = patchOf(before && told(before), told({ ...after, version }))
  const event = eventOf(act, version, patch)
  const chained = link(adopted?.chained.hash ?? before?.tip ?? genesis, event)
  return {
    standing: { ...after, version, tip: chained.hash },
    events: [...(adopted ? [adopted] : []), { event, chained }],
  }
}
