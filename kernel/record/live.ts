import { sql } from 'kysely'
import { firstIdOf } from '../database/ids.ts'
import type { Database } from '../database/open.ts'
import { type Sight, within } from '../database/within.ts'

/** That an item changed, for whoever has it before them. It says nothing of what. */
export interface Stir {
  item: string
  sequence: number
}

interface Listener {
  sight: Sight
  hear: (stir: Stir) => void
  /** Told that nothing more will be heard here: it asks elsewhere. */
  end?: () => void
}

/** A stir, and who may know of it. */
interface Told {
  at: number
  stir: Stir
  places: readonly string[] | null
  parties: readonly string[] | null
  /** Of those who see everything, only the guards may know of it. */
  guarded: boolean | null
}

/** How far back each turn looks: ids follow the clock, commits do not, so a slow transaction's row may come late. */
const overlap = 15_000
const turn = 700

function tell({ sight, hear }: Listener, { stir, places, parties, guarded }: Told): void {
  if (
    (sight.everything && (!guarded || sight.guards)) ||
    places?.some((place) => sight.places.includes(place)) ||
    parties?.includes(sight.party)
  )
    hear(stir)
}

/**
 * Live updates: one reader a process tails the outbox of the districts that somebody listens to, also for what other processes
 * commit, and tells those who may see the item. Whoever comes hears of the last seconds too: a page loads first and listens then,
 * and what changed in between must not be missed. `nudge` makes it look at once after a commit of this process.
 */
export function liveReader(database: Database) {
  const listeners = new Map<string, Set<Listener>>()
  const told = new Map<string, Map<string, Told>>()
  let timer: NodeJS.Timeout | undefined
  let reading = false

  async function look(district: string): Promise<void> {
    const since = Date.now() - overlap
    const { rows } = await within(database, { as: 'command', district }, (connection) =>
      sql<{ id: string; item: string; sequence: number } & Pick<Told, 'places' | 'parties' | 'guarded'>>`
        select id, item, sequence, array(select jsonb_array_elements_text(body->'places')) as places,
          array(select jsonb_array_elements_text(body->'parties')) as parties, (body->>'guarded')::boolean as guarded
        from record.outbox where district = ${district} and id > ${firstIdOf(since)}::uuid order by id limit 2000`.execute(
        connection,
      ),
    )
    const lately = told.get(district) ?? new Map<string, Told>()
    told.set(district, lately)
    for (const { id, item, sequence, places, parties, guarded } of rows) {
      if (lately.has(id)) continue
      const one = { at: Date.now(), stir: { item, sequence }, places, parties, guarded }
      lately.set(id, one)
      for (const listener of listeners.get(district) ?? []) tell(listener, one)
    }
    for (const [id, { at }] of lately) if (at < since) lately.delete(id)
  }

  async function lookRound(): Promise<void> {
    if (reading) return
    reading = true
    // A database that is away for a while is no reason to stop: the next turn looks again.
    for (const district of listeners.keys()) await look(district).catch(() => {})
    reading = false
  }

  return {
    /** Hears of changes from now on, until the function that it gives is called. */
    listen(district: string, listener: Listener): () => void {
      const there = listeners.get(district) ?? new Set()
      listeners.set(district, there.add(listener))
      timer ??= setInterval(lookRound, turn)
      for (const one of told.get(district)?.values() ?? []) tell(listener, one)
      return () => {
        there.delete(listener)
        if (there.size === 0) {
          listeners.delete(district)
          told.delete(district)
        }
        if (listeners.size > 0) return
        clearInterval(timer)
        timer = undefined
      }
    },
    nudge: (district: string) => {
      if (listeners.has(district)) void lookRound()
    },
    /** How many pages listen. */
    count: () => listeners.values().reduce((sum, { size }) => sum + size, 0),
    close: () => {
      clearInterval(timer)
      for (const there of listeners.values()) for (const { end } of there) end?.()
      listeners.clear()
    },
  }
}
export type LiveReader = ReturnType<typeof liveReader>
