import { join } from 'node:path'
import { furnish } from '#bin/house.ts'
import { makeRounds } from '#bin/rounds.ts'
import { learner } from '#capabilities/cases/store/learn.ts'
import { ruleSuggester } from '#capabilities/cases/suggesting.ts'
import { openServer } from '#kernel/database/open.ts'
import { systemClock } from '#kernel/time/clock.ts'
import { keyringIn } from '#kernel/vault/keyring.ts'
import { everybodysPassword, type StaffName } from '#testing/neighbourhood.ts'
import { pause } from '../play.ts'
import { type Loads, startLoads, untilAnswered } from './loads.ts'
import type { Sent } from './statements.ts'

/** Who reads what can be read, each by what they may see. */
const readers: readonly StaffName[] = ['wangMin', 'lamps', 'streetDesk', 'dispatcher', 'supervisor', 'leader', 'admin']

/**
 * The statements that the program sends while people work in all districts: a mixed load, its rounds, and everything that can be
 * read of a case or without naming one thing, by people of each kind. What is not in the database it keeps in a folder.
 */
export async function statementsOfALoad(
  address: string,
  districts: readonly string[],
  { folder, seconds }: { folder: string; seconds: number },
): Promise<{ sent: Sent; loads: Loads; read: number }> {
  const sent = new Map<string, { values: readonly unknown[]; times: number }>()
  const database = openServer(address, (text, values) => {
    const known = sent.get(text) ?? { values, times: 0 }
    sent.set(text, { ...known, times: known.times + 1 })
  })
  const ring = await keyringIn(join(folder, 'keyring.json'))
  const past = learner(database, ring)
  const furnished = await furnish({
    ...{ database, ring, files: join(folder, 'files'), clock: systemClock, suggester: ruleSuggester(past.of) },
    sendCode: async () => ({}),
  })
  const { app } = furnished
  const door = await app.listen({ port: 0, host: '127.0.0.1' })
  const stopRounds = makeRounds(furnished, past)
  const loads = startLoads(districts, () => door, 1)
  const began = performance.now()
  const [first = ''] = districts
  await untilAnswered(loads, [first])
  const item = loads.heard.get(first)?.acknowledged[0]?.item ?? ''
  // Without what never ends: live updates.
  const paths = Object.entries(app.swagger().paths ?? {})
    .filter(([path, ways]) => ways && 'get' in ways && path !== '/api/live')
    .map(([path]) => path.replace('/api/cases/{id}', `/api/cases/${item}`))
    .filter((path) => !path.includes('{'))
  const lists = ['q=路灯', 'q=8号楼', 'counts=resolvedInTime.short&from=2020-01-01T00:00:00Z&to=2099-01-01T00:00:00Z'].map(
    (asked) => `/api/cases?${asked}`,
  )
  let read = 0
  for (const name of readers) read += await readAll(door, [...paths, ...lists], name, first)
  await pause(Math.max(0, seconds * 1000 - (performance.now() - began)))
  await loads.stop()
  await stopRounds()
  furnished.live.close()
  await app.close()
  await database.close()
  return { sent, read, loads }
}

/** Reads some paths as somebody. Gives how many were answered. */
async function readAll(door: string, paths: readonly string[], name: StaffName, district: string): Promise<number> {
  const body = JSON.stringify({ account: `${name}.${district}`, password: everybodysPassword })
  const json = { 'content-type': 'application/json', 'linli-district': district }
  const session = await fetch(`${door}/api/session`, { method: 'POST', headers: json, body })
  const cookie = session.headers.get('set-cookie')?.split(';')[0] ?? ''
  let answered = 0
  for (const path of paths) {
    const reply = await fetch(door + path, {
      headers: { cookie, 'linli-district': district },
      signal: AbortSignal.timeout(20_000),
    })
    await reply.arrayBuffer()
    if (reply.ok) answered += 1
  }
  return answered
}
