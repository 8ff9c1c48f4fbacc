import fc from 'fast-check'
import type { TSchema } from 'typebox'
import { Compile, type Validator } from 'typebox/compile'
import type { Part } from '#testing/parts.ts'
import { forgetAttempts } from '../attempts.ts'
import { watchChanges } from '../changes.ts'
import { people } from '../matrix/cast.ts'
import { type Door, doorsOf } from '../matrix/doors.ts'
import { expected } from '../matrix/expected.ts'
import { furnishedDistrict } from '../world.ts'
import { requestsTo } from './request.ts'
import { keptSeeds } from './seeds.ts'

/** Longest that an answer may take, in milliseconds. */
const patience = 2000

/**
 * Sends requests drawn from the interface's own description, half of them spoilt, by everybody in turn and by those who may: no fault
 * of ours, no hang, no change after a refusal, and every reply as it is described.
 */
export const part: Part = async (goals, { quick }) => {
  const { app, database, district, hands, ids, idsOf, spend } = await furnishedDistrict()
  const description = JSON.parse((await app.inject({ url: '/openapi.json' })).body)
  const doors = doorsOf(description).filter(({ route }) => !untried.has(route))
  const first = quick ? 1 : Math.floor(Math.random() * 1_000_000)
  const each = quick ? 12 : 200
  const seeds = [...keptSeeds, ...Array.from({ length: each }, (_, number) => first + number)]
  const unmadeFor: string[] = []
  const found = { faults: [] as string[], hangs: [] as string[], changes: [] as string[], unlike: [] as string[] }
  const replies = new Map<string, Validator>()
  let [sent, refused, changes] = [0, 0, 0]
  const { changed, end } = await watchChanges(database)
  const unmade = ({ route }: Door) => {
    unmadeFor.push(route)
    return {}
  }
  const all = `seeds ${first} to ${first + each - 1}`
  console.log(`  fuzz: ${all}`)

  for (const [turn, seed] of seeds.entries()) {
    if (turn > 0 && turn % 20 === 0) console.log(`  ${turn} of ${seeds.length} seeds: ${sent} requests`)
    for (const [number, door] of doors.entries()) {
      const row = expected[door.route]
      // What was sent before may have left a world in which it cannot be made.
      const its = row ? await idsOf(row).catch(() => unmade(door)) : {}
      const [request] = fc.sample(requestsTo(door, ids, its), { numRuns: 1, seed: seed * 1000 + number })
      if (!request) continue
      // Every second is sent by somebody who may: what lies behind the door is tried, too.
      const among = ((seed + number) % 2 === 0 && row?.may.filter((one) => hands.has(one))) || people
      const person = among[Math.floor((seed * 7 + number) / 2) % among.length] ?? 'stranger'
      const hand = hands.get(person)
      const about = `seed ${seed}: ${door.route} by ${person}: ${JSON.stringify(request).slice(0, 300)}`
      await forgetAttempts(database)
      await changed()
      const began = performance.now()
      const headers = {
        ...request.headers,
        'linli-district': district,
        ...(!hand && { 'linli-device': 'a phone of nobody at all' }),
        ...(hand?.cookie && { cookie: hand.cookie }),
      }
      const reply = await app.inject({ ...request, headers }).catch((error: Error) => error)
      const took = performance.now() - began
      sent += 1
      if (reply instanceof Error) {
        found.faults.push(`${reply.message} ${about}`)
        continue
      }
      const { statusCode: status, body } = reply
      if (status >= 500) found.faults.push(`${status} ${about} ${body.slice(0, 200)}`)
      if (took > patience && !long.has(door.route)) found.hangs.push(`${took.toFixed(0)} ms ${about}`)
      const written = await changed()
      if (status >= 400) {
        refused += 1
        found.changes.push(...written.map((table) => `${table} after ${status}: ${about}`))
      } else {
        changes += written.length
        if (row && door.method !== 'GET') spend(row)
      }
      const wrong = unlike(replies, door, status, reply.headers['content-type'], body)
      if (wrong) found.unlike.push(`${wrong} ${about}`)
    }
  }
  const of = `of ${sent} requests, ${refused} of them refused`
  goals.none(`fuzz: faults of ours (${all})`, found.faults, of)
  goals.none(`fuzz: answers after more than ${patience} ms`, found.hangs)
  goals.none('fuzz: changes after a refusal', found.changes, `while those that were not refused made ${changes}`)
  goals.none('fuzz: replies other than described', found.unlike)
  goals.note({
    name: 'fuzz: sent without what it is about, which could not be made any more',
    figure: `${unmadeFor.length} of ${sent} (${[...new Set(unmadeFor)].slice(0, 5).join(', ')})`,
    goal: 'fewer than a tenth',
    holds: unmadeFor.length * 10 < sent,
  })
  await end()
}

/** Takes as long as there is much that is theirs. */
const long: ReadonlySet<string> = new Set(['GET /api/me/data.zip'])

/** A stream without end; and what would sign somebody out or erase them, and leave the rest without anybody to send it. */
export const untried: ReadonlySet<string> = new Set([
  'GET /api/live',
  'DELETE /api/session',
  'POST /api/me/erase',
  'DELETE /api/sessions/{id}',
  'POST /api/session/password',
])

/** What of a reply is other than its description says. */
function unlike(
  known: Map<string, Validator>,
  { route, described }: Door,
  status: number,
  type: unknown,
  body: string,
): string | undefined {
  const { responses } = described
  const key = status === 200 ? '200' : '4XX'
  const content = responses[key]?.content
  if (status >= 500) return
  if (status !== 200 && status < 400) return `${status} is not described`
  const [[media, { schema }] = ['', {}]] = Object.entries(content ?? {}) as [string, { schema?: TSchema }][]
  if (!schema) return `${key} is not described`
  if (!String(type).includes('json')) return media.includes('json') ? `it came as ${String(type)}` : undefined
  const check = known.get(`${route} ${key}`) ?? Compile(schema)
  known.set(`${route} ${key}`, check)
  const value: unknown = JSON.parse(body)
  if (check.Check(value)) return
  return JSON.stringify([...check.Errors(value)][0]).slice(0, 200)
}
