import { randomInt, randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { everybodysPassword, points, type StaffName } from '#testing/neighbourhood.ts'

/** A command that a server said it has carried out. */
export interface Acknowledged {
  key: string
  item: string
  command: string
  version: number
}

/** What clients did and heard. */
export interface Heard {
  acknowledged: Acknowledged[]
  /** Keys that were sent, whatever came of them. */
  sent: Set<string>
  /** Answers that say no (4xx), and answers that say that something is broken (5xx): by status. */
  refused: Map<number, number>
  /** Requests that were taken and broke off before they were answered, and such as nobody was there to take. */
  brokenOff: number
  notTaken: number
  /** The longest time in which nobody's command was acknowledged, in milliseconds. */
  silence: number
}

interface Sending {
  command: string
  item?: string
  input: object
  by: StaffName | 'nobody'
}

/** The address of some home: of one address only so many reports an hour are taken. */
const aHome = (): string => `10.${randomInt(256)}.${randomInt(256)}.${randomInt(256)}`

/**
 * Many people at once, as persistent as a phone: each sends its command again under the same key until it is answered, whatever
 * breaks meanwhile. A mixed load: reports, and cases led through the whole loop with comments on the way.
 */
export function startClients(district: string, addressOf: () => string, clients: number) {
  const heard: Heard = { acknowledged: [], sent: new Set(), refused: new Map(), brokenOff: 0, notTaken: 0, silence: 0 }
  const cookies = new Map<StaffName, string>()
  let stopped = false
  let last = performance.now()

  /** Asks until something is answered; gives nothing once nobody asks any more. */
  async function ask(path: string, body: object, headers: Record<string, string>): Promise<Response | undefined> {
    for (let pause = 20; ; pause = Math.min(pause * 2, 500)) {
      try {
        const reply = await fetch(addressOf() + path, {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'linli-district': district, ...headers },
          body: JSON.stringify(body),
          signal: AbortSignal.timeout(20_000),
        })
        if (reply.status < 500) return reply
        heard.refused.set(reply.status, (heard.refused.get(reply.status) ?? 0) + 1)
      } catch (error) {
        // Nobody there, or it broke off: as good as no answer.
        if (isNobodyThere(error)) heard.notTaken += 1
        else heard.brokenOff += 1
      }
      if (stopped) return
      await sleep(pause)
    }
  }

  async function cookieOf(name: StaffName): Promise<string | undefined> {
    const known = cookies.get(name)
    if (known !== undefined) return known
    const reply = await ask('/api/session', { account: `${name}.${district}`, password: everybodysPassword }, {})
    const [cookie = ''] = (reply?.headers.get('set-cookie') ?? '').split(';')
    if (reply?.ok) cookies.set(name, cookie)
    return cookie
  }

  /** Sends one command under a key of its own, and notes what is answered. Gives the item's id, or nothing. */
  async function send({ command, item, input, by }: Sending): Promise<string | undefined> {
    const key = randomUUID()
    const who: Record<string, string> =
      by === 'nobody' ? { 'linli-device': key, 'x-forwarded-for': aHome() } : { cookie: (await cookieOf(by)) ?? '' }
    heard.sent.add(key)
    const path = item === undefined ? '/api/cases' : `/api/cases/${item}/${command}`
    const reply = await ask(path, input, { ...who, 'idempotency-key': key })
    if (!reply) return
    const text = await reply.text().catch(() => '')
    if (!reply.ok) {
      heard.refused.set(reply.status, (heard.refused.get(reply.status) ?? 0) + 1)
      return
    }
    const told = parsed<{ id: string; done: { version: number } }>(text)
    if (!told) return
    const now = performance.now()
    heard.silence = Math.max(heard.silence, now - last)
    last = now
    heard.acknowledged.push({ key, item: told.id, command, version: told.done.version })
    return told.id
  }

  async function oneAfterAnother(number: number): Promise<void> {
    for (let turn = number; !stopped; turn += 1) {
      const input = { words: `第 ${turn} 盏路灯不亮`, place, category: 'neighbours.dispute' }
      const item = await send({ command: 'report', input, by: 'nobody' })
      if (item === undefined || turn % 3 === 0) continue
      for (const step of loop) {
        if (stopped || (await send({ ...step, item })) === undefined) break
      }
    }
  }
  const going = Promise.all(Array.from({ length: clients }, (_, number) => oneAfterAnother(number * 1000)))
  return {
    heard,
    /** Begins to count silence anew. */
    listen: () => {
      heard.silence = 0
      last = performance.now()
    },
    stop: async () => {
      stopped = true
      await going
      return heard
    },
  }
}

/** Whether a request was not even taken. */
const isNobodyThere = (error: unknown): boolean =>
  error instanceof Error && error.cause instanceof Error && 'code' in error.cause && error.cause.code === 'ECONNREFUSED'

const place = { point: { longitude: points.plum[0], latitude: points.plum[1], system: 'wgs84' } }

const loop: readonly Omit<Sending, 'item'>[] = [
  { command: 'accept', input: {}, by: 'wangMin' },
  { command: 'comment', input: { words: '到现场看了' }, by: 'wangMin' },
  { command: 'dispatch', input: { lead: 'urban' }, by: 'wangMin' },
  { command: 'receive', input: {}, by: 'lamps' },
  { command: 'comment', input: { words: '今天去修' }, by: 'lamps' },
  { command: 'resolve', input: { outcome: 'solved', done: '已更换' }, by: 'lamps' },
]

/** What an answer says; nothing of one that broke off in the middle. */
export function parsed<Told>(text: string): Told | undefined {
  try {
    return JSON.parse(text)
  } catch {
    return
  }
}
