import { randomUUID } from 'node:crypto'
import { Agent, request } from 'node:http'
import { district } from '#demo/geography/names.ts'
import { meetingPlace } from '#demo/personas.ts'

/** Many connections that stay open, as browsers keep theirs. */
const agent = new Agent({ keepAlive: true, maxSockets: 400 })

interface Sent {
  method: 'GET' | 'POST'
  cookie: string
  body?: object
}

/** Asks a server once; an answer that is none of success is an error. */
export function ask<Told>(address: string, path: string, { method, cookie, body }: Sent): Promise<Told> {
  const text = body && JSON.stringify(body)
  const headers = {
    ...{ cookie, 'linli-district': district.code },
    ...(text !== undefined && { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }),
    ...(method === 'POST' && { 'idempotency-key': randomUUID() }),
  }
  return new Promise((resolve, reject) => {
    const sent = request(new URL(path, address), { method, agent, headers }, (reply) => {
      const pieces: Buffer[] = []
      reply.on('data', (piece: Buffer) => pieces.push(piece))
      reply.on('error', reject)
      reply.on('end', () => {
        const said = Buffer.concat(pieces).toString()
        if (reply.statusCode !== 200) reject(new Error(`${path}: ${reply.statusCode} ${said.slice(0, 200)}`))
        else resolve(JSON.parse(said))
      })
    })
    sent.setTimeout(30_000, () => sent.destroy(new Error(`${path}: no answer for 30 s`)))
    sent.on('error', reject)
    sent.end(text)
  })
}

/** Who takes part: whoever reports, the worker of the grid, the clerk of the bureau, who reads back. */
export interface People {
  resident: string
  grid: string
  department: string
  dispatcher: string
}

const report = { words: '夜里还在打桩，吵得睡不着', place: { code: meetingPlace.estate }, category: 'environment.siteNoise' }

/** How long each request of a loop took, in milliseconds, by what it was for. */
type Took = (step: string, milliseconds: number) => void

/** A case from its report to its resolution, each step awaited, and read back: it must be what it was led to. Rated too, if asked. */
export async function loop(address: string, people: People, took: Took, { rated = false } = {}): Promise<void> {
  const timed = async <Told>(step: string, work: Promise<Told>) => {
    const began = performance.now()
    const told = await work
    took(step, performance.now() - began)
    return told
  }
  const post = (path: string, who: keyof People, body: object) =>
    ask<{ id: string }>(address, path, { method: 'POST', cookie: people[who], body })
  const { id } = await timed('report', post('/api/cases', 'resident', report))
  const led = (who: keyof People, name: string, body: object = {}) => timed(name, post(`/api/cases/${id}/${name}`, who, body))
  await led('grid', 'accept')
  await led('grid', 'dispatch', { lead: meetingPlace.bureau })
  await led('department', 'receive')
  await led('department', 'resolve', { outcome: 'solved', done: '已到工地制止，责令夜间停工' })
  if (rated) await led('resident', 'rate', { solved: true, level: 5 })
  const { item } = await timed(
    'read back',
    ask<{ item: { state: string } }>(address, `/api/cases/${id}`, { method: 'GET', cookie: people.dispatcher }),
  )
  const expected = rated ? 'closed' : 'resolved'
  if (item.state !== expected) throw new Error(`${id} is ${item.state} and was led to be ${expected}`)
}
