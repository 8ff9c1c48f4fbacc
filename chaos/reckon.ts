import { sql } from 'kysely'
import { bulletinFlow } from '#capabilities/bulletins/flow.ts'
import { caseFlow } from '#capabilities/cases/flow.ts'
import { specialFlow } from '#capabilities/specials/flow.ts'
import type { Database } from '#kernel/database/open.ts'
import { within } from '#kernel/database/within.ts'
import { provable, verify } from '#kernel/flow/verify.ts'
import type { Heard } from './client.ts'

/** What is wrong with what a database holds after all, held against what clients were told. */
export interface Reckoning {
  acknowledged: number
  lost: string[]
  twice: string[]
  /** What the record's own check finds. */
  broken: string[]
}

/**
 * Looks for everything that was acknowledged: its key, and the event under the version that was told. And for anything that is
 * there twice or that nobody sent: of every item each version is one event, and each event by a person belongs to one key. Then the
 * record proves itself, as `linli verify` has it do.
 */
export async function reckon(
  database: Database,
  district: string,
  heard: Pick<Heard, 'acknowledged' | 'sent'>,
): Promise<Reckoning> {
  const { keys, events } = await within(database, { as: 'owner', district }, async (connection) => ({
    keys: (
      await sql<{ key: string; item: string; command: string; version: number }>`
        select key, item, command, version from flow.keys where district = ${district}`.execute(connection)
    ).rows,
    events: (
      await sql<{ item: string; version: number; command: string; role: string }>`
        select item, sequence as version, command, body::jsonb->'by'->>'role' as role from record.events
        where district = ${district}`.execute(connection)
    ).rows,
  }))
  const keyed = new Map(keys.map((one) => [one.key, one]))
  const versions = new Map<string, number>()
  for (const { item, version } of events) versions.set(`${item} ${version}`, (versions.get(`${item} ${version}`) ?? 0) + 1)
  const commandAt = new Map(events.map(({ item, version, command }) => [`${item} ${version}`, command]))
  const lost = heard.acknowledged
    .filter(({ key, item, command, version }) => {
      const kept = keyed.get(key)
      return kept?.version !== version || kept.item !== item || commandAt.get(`${item} ${version}`) !== command
    })
    .map(({ command, item, version }) => `${command} ${item} ${version}`)
  const owned = new Map<string, number>()
  for (const { item, version } of keys) owned.set(`${item} ${version}`, (owned.get(`${item} ${version}`) ?? 0) + 1)
  const twice = [
    ...[...versions].filter(([, count]) => count > 1).map(([which]) => `event ${which}`),
    ...[...owned].filter(([which, count]) => count > 1 || !versions.has(which)).map(([which]) => `keys of ${which}`),
    ...events
      .filter(({ item, version, role }) => role !== 'system' && !owned.has(`${item} ${version}`))
      .map(({ item, version, command }) => `${command} ${item} ${version} belongs to no key`),
    ...keys.filter(({ key }) => !heard.sent.has(key)).map(({ command, item }) => `${command} ${item} was never sent`),
  ]
  const { findings } = await verify(database, [provable(caseFlow), provable(specialFlow), provable(bulletinFlow)], district)
  return { acknowledged: heard.acknowledged.length, lost, twice, broken: findings.map(({ where, what }) => `${where}: ${what}`) }
}
