import { isDeepStrictEqual } from 'node:util'
import { sql } from 'kysely'
import type { Static, TSchema } from 'typebox'
import type { Connection } from '../database/open.ts'
import { fold } from '../flow/patch.ts'
import { type EventBody, genesis, hashOf } from '../record/event.ts'
import { suiteOf } from '../vault/suite.ts'
import { itemOf, told } from './change.ts'
import type { Register } from './define.ts'
import { allEntries, drawnColumns } from './store.ts'

interface Chains {
  /** By item and sequence, with a blank between: for the seals that cover them. */
  hashes: Map<string, string>
  findings: { where: string; what: string }[]
  /** What the events of each item come to, and the hash of its last one. */
  folded: Map<string, { item: Record<string, unknown>; tip: string }>
}

/**
 * Goes through what a district's record tells of registers: each event follows from the one before and from its own text; and,
 * for the given registers, today's entries are what their events come to. An entry that nobody has ever changed has no event,
 * and nothing is vouched for it.
 */
export async function verifyRegisters(
  connection: Connection,
  district: string,
  registers: readonly ((connection: Connection, district: string, chains: Chains) => Promise<void>)[] = [],
): Promise<Pick<Chains, 'hashes' | 'findings'>> {
  const { rows } = await sql<EventRow>`
    select item, sequence, body, previous, hash, command, at from record.events
    where district = ${district} and flow like 'register:%' order by item, sequence`.execute(connection)
  const chains: Chains = { hashes: new Map(), findings: [], folded: new Map() }
  for (const [item, events] of Map.groupBy(rows, (row) => row.item)) checkChain(item, events, chains)
  for (const check of registers) await check(connection, district, chains)
  return chains
}

interface EventRow {
  item: string
  sequence: number
  body: string
  previous: string
  hash: string
  command: string
  at: Date
}

function checkChain(item: string, events: readonly EventRow[], { hashes, findings, folded }: Chains) {
  let tip = genesis
  let content: Record<string, unknown> = {}
  for (const [index, { sequence, body, previous, hash, command, at }] of events.entries()) {
    const found = (what: string) => findings.push({ where: `${item} event ${sequence}`, what })
    if (sequence !== index + 1) found(`event ${index + 1} is missing, or one was slipped in`)
    if (previous !== tip) found('does not follow from the event before it')
    if (hashOf(previous, body, suiteOf(hash)) !== hash) found('was changed: its hash does not fit its text')
    const said: EventBody = JSON.parse(body)
    if (said.item !== item || said.sequence !== sequence || said.command !== command || Date.parse(said.at) !== at.getTime())
      found('its columns say something else than its text')
    content = fold(content, said.patch)
    tip = hash
    hashes.set(`${item} ${sequence}`, hash)
  }
  folded.set(item, { item: content, tip })
}

/** The check that today's entries of a register are what their events come to, for `verifyRegisters`. */
export const followsFromEvents =
  <Schema extends TSchema, Facts>(register: Register<Schema, Facts>) =>
  async (connection: Connection, district: string, { findings, folded }: Chains): Promise<void> => {
    const entries = await allEntries<Schema, Facts>(connection, register, district)
    const items = new Map([...entries].map(([key, kept]) => [itemOf(register, key), kept]))
    const columns = await columnsOf(connection, register, district, entries)
    for (const [item, { key, entry, version, ends, tip }] of items) {
      const chain = folded.get(item)
      const found = (what: string) => findings.push({ where: item, what })
      const is: Static<Schema> = entry
      if (!chain) {
        if (version !== 1 || tip !== genesis) found('has no event: its row was slipped in, or its events were removed')
      } else if (chain.tip !== tip) found('its last event is missing or was added: the row names another')
      else if (!isDeepStrictEqual(chain.item, JSON.parse(JSON.stringify(told({ entry: is, version, ends })))))
        found('its row was changed: it does not follow from its events')
      if (!isDeepStrictEqual(columns.get(key), register.columns?.(is))) found('its columns do not follow from it')
    }
    for (const item of folded.keys())
      if (item.startsWith(`${register.name}/`) && !items.has(item)) findings.push({ where: item, what: 'its row was removed' })
  }

/** The columns of entries as they stand, of a register that draws any. */
async function columnsOf<Schema extends TSchema, Facts>(
  connection: Connection,
  register: Register<Schema, Facts>,
  district: string,
  entries: ReadonlyMap<string, { entry: Static<Schema> }>,
): Promise<ReadonlyMap<string, unknown>> {
  const [first] = entries.values()
  if (!first || !register.columns) return new Map()
  return drawnColumns(connection, register, district, Object.keys(register.columns(first.entry)))
}
