import { isDeepStrictEqual } from 'node:util'
import { sql } from 'kysely'
import type { Connection, Database } from '../database/open.ts'
import { within } from '../database/within.ts'
import { type EventBody, genesis, hashOf } from '../record/event.ts'
import { sealHash } from '../record/seal.ts'
import { verifyRegisters } from '../register/verify.ts'
import { suiteOf } from '../vault/suite.ts'
import type { AnyItem } from './command.ts'
import type { Flow } from './define.ts'
import { fold } from './patch.ts'

/** Something that is not as it was written: where, and what. */
export interface Finding {
  where: string
  what: string
}

/** A flow, as far as its record is proven: its name, its table, and what is drawn from an item beside it. */
export interface Provable {
  name: string
  path: string
  drawnFrom: (kept: unknown) => { version: number; state: string; places: readonly string[]; parties: readonly string[] }
}

export const provable = <Item extends AnyItem, Facts>(flow: Flow<Item, Facts>): Provable => ({
  name: flow.name,
  path: flow.path,
  drawnFrom(kept) {
    const item = flow.parse(kept)
    return { version: item.version, state: item.state, places: flow.places(item), parties: flow.parties(item) }
  },
})

export interface Verified {
  items: number
  events: number
  seals: number
  /** Events that no seal covers yet: the tail that this cannot vouch for. */
  unsealed: number
  findings: Finding[]
}

const batch = 500

/**
 * Goes through a district's record, flow by flow: every event's hash follows from the one before and its own text; the patches, folded, give
 * the rows of today; the seals form a chain, and every event that one covers is there unchanged. Decisions are not run again.
 */
export async function verify(
  database: Database,
  flows: readonly Provable[],
  district: string,
  progress: (items: number) => void = () => {},
  registers: Parameters<typeof verifyRegisters>[2] = [],
): Promise<Verified> {
  const findings: Finding[] = []
  const hashes = new Map<string, string>()
  let items = 0
  for (const flow of flows)
    for (let after = ''; ; ) {
      const rows = await within(database, { as: 'owner', district }, (connection) =>
        chainsAfter(connection, flow, district, after),
      )
      if (rows.length === 0) break
      for (const chain of rows) findings.push(...checkChain(flow, chain, hashes))
      items += rows.length
      after = rows.at(-1)?.id ?? after
      progress(items)
    }
  // Seals cover the changes of registers too.
  const registered = await within(database, { as: 'owner', district }, (connection) =>
    verifyRegisters(connection, district, registers),
  )
  findings.push(...registered.findings)
  for (const [event, hash] of registered.hashes) hashes.set(event, hash)
  const sealed = await within(database, { as: 'owner', district }, (connection) =>
    checkSeals(connection, district, hashes, findings),
  )
  return { items, events: hashes.size, ...sealed, findings }
}

interface Chain {
  id: string
  kept: { item: unknown; tip: string; version: number; state: string; places: string[]; parties: string[] } | null
  events: { sequence: number; body: string; previous: string; hash: string; command: string; at: Date }[]
}

/** The next items by id, with all their events; also of ids that only events know, whose row was removed. */
async function chainsAfter(
  connection: Connection,
  { path, name }: { path: string; name: string },
  district: string,
  after: string,
): Promise<Chain[]> {
  const ids = await sql<{ id: string }>`
    select id from (select id from ${sql.id(path, path)} where district = ${district} and id > ${after}
      union select distinct item from record.events where district = ${district} and flow = ${name} and item > ${after}) known
    order by id limit ${batch}`.execute(connection)
  const list = ids.rows.map(({ id }) => id)
  if (list.length === 0) return []
  const kept = await sql<Exclude<Chain['kept'], null> & { id: string }>`
    select id, item, tip, version, state, places, parties from ${sql.id(path, path)} where district = ${district} and id = any (${list})`.execute(
    connection,
  )
  const events = await sql<Chain['events'][number] & { item: string }>`
    select item, sequence, body, previous, hash, command, at from record.events
    where district = ${district} and item = any (${list}) order by item, sequence`.execute(connection)
  const rowOf = new Map(kept.rows.map((row) => [row.id, row]))
  const eventsOf = Map.groupBy(events.rows, ({ item }) => item)
  return list.map((id) => ({ id, kept: rowOf.get(id) ?? null, events: eventsOf.get(id) ?? [] }))
}

function checkChain(flow: Provable, { id, kept, events }: Chain, hashes: Map<string, string>): Finding[] {
  const found = (what: string, sequence?: number): Finding => ({
    where: `${flow.name} ${id}${sequence === undefined ? '' : ` event ${sequence}`}`,
    what,
  })
  const findings: Finding[] = []
  let tip = genesis
  let item: Record<string, unknown> = {}
  for (const [index, { sequence, body, previous, hash, command, at }] of events.entries()) {
    if (sequence !== index + 1) findings.push(found(`event ${index + 1} is missing, or one was slipped in`, sequence))
    if (previous !== tip) findings.push(found('does not follow from the event before it', sequence))
    if (hashOf(previous, body, suiteOf(hash)) !== hash)
      findings.push(found('was changed: its hash does not fit its text', sequence))
    const told: EventBody = JSON.parse(body)
    if (told.item !== id || told.sequence !== sequence || told.command !== command || Date.parse(told.at) !== at.getTime())
      findings.push(found('its columns say something else than its text', sequence))
    item = fold(item, told.patch)
    tip = hash
    hashes.set(`${id} ${sequence}`, hash)
  }
  if (!kept) return [...findings, found('its row was removed: only its events are left')]
  if (events.length === 0) return [...findings, found('has no event: its row was slipped in, or its events were removed')]
  if (kept.tip !== tip) findings.push(found('its last event is missing or was added: the row names another'))
  if (!isDeepStrictEqual(kept.item, JSON.parse(JSON.stringify(item))))
    findings.push(found('its row was changed: it does not follow from its events'))
  else {
    const drawn = flow.drawnFrom(kept.item)
    const { version, state, places, parties } = kept
    if (!isDeepStrictEqual({ version, state, places, parties }, drawn)) findings.push(found('its columns do not follow from it'))
  }
  return findings
}

async function checkSeals(connection: Connection, district: string, hashes: ReadonlyMap<string, string>, findings: Finding[]) {
  let previous = ''
  let number = 0
  const covered = new Set<string>()
  for (;;) {
    const { rows } = await sql<{ number: number; at: Date; leaves: string; previous: string; hash: string }>`
      select number, at, leaves, previous, hash from record.seals where district = ${district} and number > ${number} order by number limit 200`.execute(
      connection,
    )
    if (rows.length === 0) break
    for (const row of rows) {
      const where = `seal ${row.number}`
      const at = Temporal.Instant.fromEpochMilliseconds(row.at.getTime()).toString()
      if (row.number !== number + 1) findings.push({ where, what: `seal ${number + 1} is missing` })
      if (row.previous !== previous) findings.push({ where, what: 'does not follow from the seal before it' })
      if (sealHash({ ...row, at }, suiteOf(row.hash)) !== row.hash)
        findings.push({ where, what: 'was changed: its hash does not fit' })
      for (const leaf of row.leaves.split('\n')) {
        const [item, sequence, hash] = leaf.split(' ')
        const key = `${item} ${sequence}`
        covered.add(key)
        if (hashes.get(key) !== hash)
          findings.push({ where: `event ${key}`, what: `is not as seal ${row.number} has it: changed or removed` })
      }
      number = row.number
      previous = row.hash
    }
  }
  const waiting = await sql<{
    key: string
  }>`select item || ' ' || sequence as key from record.unsealed where district = ${district}`.execute(connection)
  const waits = new Set(waiting.rows.map(({ key }) => key))
  for (const key of hashes.keys())
    if (!covered.has(key) && !waits.has(key))
      findings.push({ where: `event ${key}`, what: 'no seal covers it and none waits to: it was slipped in' })
  return { seals: number, unsealed: waits.size }
}
