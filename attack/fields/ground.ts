import fc from 'fast-check'
import type { TSchema } from 'typebox'
import { Compile } from 'typebox/compile'
import { arbitraryOf } from '#testing/arbitrary.ts'
import { setStage } from '#testing/stage.ts'
import { forgetAttempts } from '../attempts.ts'
import { employ, type Person } from '../matrix/cast.ts'
import { type Door, doorsOf, requestFor } from '../matrix/doors.ts'
import { expected } from '../matrix/expected.ts'
import { own } from '../matrix/own.ts'
import type { Row } from '../matrix/row.ts'
import { subjectsOf } from '../matrix/subjects.ts'

/** A request that leads somewhere, as whoever may send it does; its query apart. */
export interface Asked {
  method: Door['method']
  path: string
  query: Record<string, string>
  headers: Record<string, string>
  payload?: unknown
}

export interface Answered {
  status: number
  text: string
  took: number
}

/** A district with everybody in it and another beside it; every operation, asked by somebody who may, with all of its fields filled in. */
export async function fieldGround() {
  const stage = await setStage()
  const hands = await employ(stage, '13800000007', '13800000008')
  const { idsOf, spend } = subjectsOf(stage, async (person) => hands.get(person) ?? stage.nobody())
  const other = await setStage()
  await other.nobody().send('report', '', { words: '别处的事', place: { code: 'plum' }, category: 'neighbours.dispute' })
  const doors = doorsOf((await stage.nobody().get('/openapi.json')).body).filter(({ route }) => route !== 'GET /api/live')
  const rowOf = ({ route }: Door): Row => expected[route] ?? { may: [route in own ? 'gridWorker' : 'stranger'] }
  let turn = 0

  /** A request to a door that its description admits: what may be left out is there too. */
  async function requestTo(door: Door): Promise<Asked> {
    const row = rowOf(door)
    const ids = await idsOf(row)
    const { method, url, headers, payload } = requestFor(door, ids, row.input)
    const [path = '', asked] = url.split('?')
    const query = Object.fromEntries(new URLSearchParams(asked))
    for (const { name, in: place, schema } of door.described.parameters ?? [])
      if (place === 'query' && query[name] === undefined && Compile(schema).Check(sampleOf(schema)))
        query[name] = String(sampleOf(schema))
    const whole = row.input || !payload ? payload : filledIn(bodyOf(door) ?? {}, payload)
    return { method, path, query, headers, ...(payload && { payload: whole }) }
  }

  /** Sends it as whoever may; what it was about is made anew if it went through. */
  async function send(door: Door, { method, path, query, headers, payload }: Asked): Promise<Answered> {
    const row = rowOf(door)
    const person: Person = row.may.find((one) => one !== 'code holder') ?? 'stranger'
    await forgetAttempts(stage.database)
    const began = performance.now()
    const reply = await stage.app.inject({
      ...{ method, url: Object.keys(query).length > 0 ? `${path}?${new URLSearchParams(query)}` : path },
      headers: {
        'linli-district': stage.district,
        'linli-device': `a phone of its own ${turn++}`,
        ...(hands.get(person)?.cookie && { cookie: hands.get(person)?.cookie }),
        ...(payload !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(payload !== undefined && { payload: typeof payload === 'string' ? payload : JSON.stringify(payload) }),
    })
    if (reply.statusCode < 300 && method !== 'GET') spend(row)
    return { status: reply.statusCode, text: reply.body, took: performance.now() - began }
  }
  return { ...stage, other: other.district, doors, requestTo, send }
}

export type Ground = Awaited<ReturnType<typeof fieldGround>>

/** What an operation takes as its body. */
export const bodyOf = ({ described }: Door): TSchema | undefined => described.requestBody?.content['application/json']?.schema

/** A body with what may be left out in it too, as far as something that fits is known. */
function filledIn(schema: TSchema, payload: object): object {
  const fits = Compile(schema)
  let whole = payload
  for (const [name, value] of Object.entries(Object(sampleOf(schema))))
    if (!(name in whole) && fits.Check({ ...whole, [name]: value })) whole = { ...whole, [name]: value }
  return whole
}

const sampleOf = (schema: TSchema): unknown =>
  fc.sample(
    arbitraryOf({ ...schema, required: Object.keys(Object(schema).properties ?? {}) }, () => undefined),
    { numRuns: 1, seed: 7 },
  )[0]
