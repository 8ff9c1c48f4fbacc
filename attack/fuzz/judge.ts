import type { TSchema } from 'typebox'
import { Compile, type Validator } from 'typebox/compile'
import { forgetAttempts } from '../attempts.ts'
import { watchChanges } from '../changes.ts'
import type { Person } from '../matrix/cast.ts'
import type { Door } from '../matrix/doors.ts'
import { expected } from '../matrix/expected.ts'
import type { furnishedDistrict } from '../world.ts'
import type { Fuzzed } from './request.ts'

/** Longest that an answer may take, in milliseconds. */
export const patience = 2000

/** Takes as long as there is much that is theirs. */
const long: ReadonlySet<string> = new Set(['GET /api/me/data.zip'])

/** What says of itself that a phone is that of the fuzz, and no log may say. */
export const agent = 'unique-agent-of-the-fuzz'

/** Sends requests in a world, and judges what comes of each: no fault of ours, no hang, no change after a refusal, a reply as described. */
export async function judgeIn({ app, database, district, hands, spend }: Awaited<ReturnType<typeof furnishedDistrict>>) {
  const found = { faults: [] as string[], hangs: [] as string[], changes: [] as string[], unlike: [] as string[] }
  const counted = { sent: 0, refused: 0, changes: 0 }
  const replies = new Map<string, Validator>()
  const { changed, end } = await watchChanges(database)

  /** Sends one as somebody. Gives the status, unless the reply broke off. */
  async function send(door: Door, request: Fuzzed, person: Person, whence: string): Promise<number | undefined> {
    const row = expected[door.route]
    const hand = hands.get(person)
    const about = `${whence}: ${door.route} by ${person}: ${JSON.stringify(request).slice(0, 300)}`
    await forgetAttempts(database)
    await changed()
    const began = performance.now()
    const headers = {
      ...request.headers,
      'user-agent': agent,
      'linli-district': district,
      ...(!hand && { 'linli-device': 'a phone of nobody at all' }),
      ...(hand?.cookie && { cookie: hand.cookie }),
    }
    const reply = await app.inject({ ...request, headers }).catch((error: Error) => error)
    const took = performance.now() - began
    counted.sent += 1
    if (reply instanceof Error) {
      found.faults.push(`${reply.message} ${about}`)
      return
    }
    const { statusCode: status, body } = reply
    if (status >= 500) found.faults.push(`${status} ${about} ${body.slice(0, 200)}`)
    if (took > patience && !long.has(door.route)) found.hangs.push(`${took.toFixed(0)} ms ${about}`)
    const written = await changed()
    if (status >= 400) {
      counted.refused += 1
      found.changes.push(...written.map((table) => `${table} after ${status}: ${about}`))
    } else {
      counted.changes += written.length
      if (row && door.method !== 'GET') spend(row)
    }
    const wrong = unlike(replies, door, status, reply.headers['content-type'], body)
    if (wrong) found.unlike.push(`${wrong} ${about}`)
    return status
  }
  return { send, found, counted, end }
}

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
