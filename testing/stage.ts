import { randomBytes, randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type { InjectOptions } from 'fastify'
import { furnish, type Ground } from '#bin/house.ts'
import { ruleSuggester } from '#capabilities/cases/suggesting.ts'
import type { Database } from '#kernel/database/open.ts'
import type { App } from '#kernel/http/app.ts'
import { stoppedClock } from '#kernel/time/clock.ts'
import { keyringIn } from '#kernel/vault/keyring.ts'
import { testDatabase } from './database.ts'
import { testFolder } from './folder.ts'
import { everybodysPassword, points, type StaffName, settle } from './neighbourhood.ts'
import { telltaleJpeg, telltaleName } from './telltale.ts'

/** One keyring for a test process, and for those that it starts: districts share a database, and so must their secrets. */
export const keyring = join(testFolder, 'keyring.json')
const ring = await keyringIn(keyring)

export interface Answer {
  status: number
  // What the server said, as a story reads it: parsed JSON, looked into with the names that the story expects.
  body: any
}

/** Somebody at a phone or desk: sends what they type to the server, with their own cookie and their own device. */
export interface Hand {
  device: string
  /** The cookie that they are signed in with. */
  cookie?: string
  get: (path: string, headers?: Record<string, string>) => Promise<Answer>
  /** Gets a file. */
  bytes: (path: string) => Promise<{ status: number; bytes: Buffer }>
  post: (path: string, body?: object, headers?: Record<string, string>) => Promise<Answer>
  /** Changes what stands at an address, under a key of its own. */
  put: (path: string, body: object) => Promise<Answer>
  patch: (path: string, body: object) => Promise<Answer>
  delete: (path: string) => Promise<Answer>
  /** Sends a command on a case, under a key of its own if none is given. */
  send: (
    command: string,
    id: string,
    input?: object,
    more?: { key?: string; headers?: Record<string, string> },
  ) => Promise<Answer>
}

/**
 * A whole house for a story to play in: a district of its own, a clock that the story moves, and people at their phones; in the
 * database of all stories, or one of its own; with a log, and proxies that are believed, where the story is about them.
 */
export async function setStage(
  start = '2026-03-02T09:00:00+08:00',
  own?: Database,
  more: Pick<Ground, 'log' | 'proxies' | 'office'> = {},
) {
  const database = own ?? (await testDatabase())
  const district = await settle(database)
  const clock = stoppedClock(start)
  const codes: string[] = []
  const lastTo = new Map<string, string>()
  const furnished = await furnish({
    database,
    clock: clock.now,
    ring,
    files: testFolder,
    suggester: ruleSuggester(),
    trust: 0,
    fault: (error) => console.error(error),
    ...more,
    sendCode: async (_district, phone, code) => {
      codes.push(code)
      lastTo.set(phone, code)
      return {}
    },
  })
  const { app } = furnished
  // Tries are counted by address in the whole installation: two stories at once, each by its own clock, are at two. One about addresses has that of this machine.
  const remoteAddress = more.proxies || more.office ? '127.0.0.1' : `10.${[...randomBytes(3)].join('.')}`

  function hand(cookie?: string): Hand {
    const device = randomUUID()
    const sent = (options: InjectOptions) => {
      const headers = {
        'linli-district': district,
        'linli-device': device,
        ...(cookie && { cookie: `linli=${cookie}` }),
        ...options.headers,
      }
      return app.inject({ remoteAddress, ...options, headers })
    }
    const ask = async (options: InjectOptions): Promise<Answer> => {
      const reply = await sent(options)
      return { status: reply.statusCode, body: reply.body ? JSON.parse(reply.body) : undefined }
    }
    const post: Hand['post'] = (url, payload = {}, headers = {}) => ask({ method: 'POST', url, payload, headers })
    return {
      device,
      ...(cookie && { cookie: `linli=${cookie}` }),
      get: (url, headers = {}) => ask({ method: 'GET', url, headers }),
      bytes: async (url) => {
        const reply = await sent({ method: 'GET', url })
        return { status: reply.statusCode, bytes: reply.rawPayload }
      },
      post,
      put: (url, payload) => ask({ method: 'PUT', url, payload, headers: { 'idempotency-key': randomUUID() } }),
      patch: (url, payload) => ask({ method: 'PATCH', url, payload }),
      delete: (url) => ask({ method: 'DELETE', url }),
      send: (command, id, input = {}, { key = randomUUID(), headers = {} } = {}) =>
        post(command === 'report' ? '/api/cases' : `/api/cases/${id}/${command}`, input, { 'idempotency-key': key, ...headers }),
    }
  }

  const cookieOf = async (url: string, payload: object): Promise<string> => {
    const reply = await app.inject({ method: 'POST', url, payload, headers: { 'linli-district': district }, remoteAddress })
    const cookie = reply.cookies.find(({ name }) => name === 'linli')
    if (!cookie) throw new Error(`${url} did not sign in: ${reply.body}`)
    return cookie.value
  }

  const hands = new Map<StaffName, Promise<Hand>>()
  return {
    ...furnished,
    database,
    district,
    clock,
    /** Somebody of the staff, signed in. */
    at: (name: StaffName): Promise<Hand> => {
      const known =
        hands.get(name) ?? cookieOf('/api/session', { account: `${name}.${district}`, password: everybodysPassword }).then(hand)
      hands.set(name, known)
      return known
    },
    /** A resident who signs in by telephone. */
    async resident(phone: string): Promise<Hand> {
      await app.inject({
        method: 'POST',
        url: '/api/session/phone-code',
        payload: { phone },
        headers: { 'linli-district': district },
        remoteAddress,
      })
      return hand(await cookieOf('/api/session/phone', { phone, code: codes.at(-1) ?? '' }))
    },
    /** What came last to a telephone. */
    cameTo: (phone: string) => lastTo.get(phone) ?? '',
    /** Somebody with a phone and no account. */
    nobody: () => hand(),
    /** Whoever has a query code. */
    holder: async (code: string) => hand(await cookieOf('/api/session/query-code', { code })),
    hand,
    cookieOf,
    ringTimers: () => furnished.ring(district),
  }
}

/** A report about a street lamp in 梅园, as a story sends it. */
export const lampReport = (more: object = {}) => ({
  words: '3号楼东边的路灯不亮，晚上很黑',
  place: { point: { longitude: points.plum[0], latitude: points.plum[1], system: 'wgs84' } },
  category: 'municipal.streetLamp',
  ...more,
})

/** Sends a sheet, as text of comma-separated values, to an address that takes one. */
export async function sheetSent({ app, district }: { app: App; district: string }, { cookie }: Hand, url: string, text: string) {
  const head = '--edge\r\ncontent-disposition: form-data; name="file"; filename="sheet.csv"\r\ncontent-type: text/csv\r\n\r\n'
  const reply = await app.inject({
    ...{ method: 'POST', url, payload: `${head}${text}\r\n--edge--\r\n` },
    headers: {
      ...{ 'linli-district': district, 'content-type': 'multipart/form-data; boundary=edge', ...(cookie && { cookie }) },
      'idempotency-key': randomUUID(),
    },
  })
  const answer: Answer = { status: reply.statusCode, body: reply.json() }
  return answer
}

/**
 * A small photo, as somebody of a stage uploads it, or their phone without anybody signed in: with all in it that a camera writes, if it is
 * no other, and a name that tells. Gives its id.
 */
export async function attached(
  { app, district }: { app: App; district: string },
  { cookie, device }: Pick<Hand, 'cookie' | 'device'>,
  bytes?: Buffer,
): Promise<string> {
  const head = `--edge\r\ncontent-disposition: form-data; name="file"; filename="${telltaleName}"\r\ncontent-type: image/jpeg\r\n\r\n`
  const payload = Buffer.concat([Buffer.from(head), bytes ?? (await telltaleJpeg()), Buffer.from('\r\n--edge--\r\n')])
  const reply = await app.inject({
    ...{ method: 'POST', url: '/api/files', payload },
    headers: {
      ...{ 'linli-district': district, 'linli-device': device, ...(cookie && { cookie }) },
      'content-type': 'multipart/form-data; boundary=edge',
    },
  })
  return reply.json().id
}
