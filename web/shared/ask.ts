import type { Problem } from '#kernel/http/problem.ts'
import { device } from './device.ts'
import { type Words, w } from './language.ts'

export type { Problem }

/** What the server replied, or why it did not do it. `code: 'unreachable'` is a problem too: the network's. */
export type Reply<Value> = { done: true; value: Value } | { done: false; problem: Problem }

interface Asked {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  body?: unknown
  headers?: Record<string, string>
  /** Stops waiting after so many milliseconds. */
  patience?: number
}

/** Says for how many seconds nobody has touched this page: only where whoever works here is signed out of desks that are left. */
let untouched: (() => number) | undefined
export const sayUntouched = (seconds: (() => number) | undefined) => {
  untouched = seconds
}

let changes = 0
/** How often this page has asked for a change so far: what was asked for before may be out of date. */
export const changesAsked = () => changes

/** Asks the server. Never throws: a lost network is a reply like any other, and nothing that was typed depends on it. */
export async function ask<Value>(
  path: string,
  { method = 'GET', body, headers = {}, patience = 30_000 }: Asked = {},
): Promise<Reply<Value>> {
  if (method !== 'GET') changes++
  const isForm = body instanceof FormData
  try {
    const response = await fetch(path, {
      method,
      credentials: 'same-origin',
      headers: {
        'linli-device': device(),
        ...(untouched && { 'linli-untouched': String(untouched()) }),
        ...(body !== undefined && !isForm && { 'content-type': 'application/json' }),
        ...headers,
      },
      signal: AbortSignal.timeout(patience),
      ...(body !== undefined && { body: isForm ? body : JSON.stringify(body) }),
    })
    const answer = await response.json()
    return response.ok
      ? { done: true, value: answer }
      : { done: false, problem: 'because' in answer ? answer : broken(response.status, method) }
  } catch {
    return { done: false, problem: method === 'GET' ? unread : unsent }
  }
}

export const post = <Value>(path: string, body: unknown = {}, headers: Record<string, string> = {}) =>
  ask<Value>(path, { method: 'POST', body, headers })

/** Changes a part of what is at an address. */
export const patch = <Value>(path: string, body: unknown) => ask<Value>(path, { method: 'PATCH', body })

/** Sends a command under its key; `basedOn` is the version that the person saw. */
export const command = <Value>(path: string, input: unknown, key: string, basedOn?: number) =>
  post<Value>(path, input, { 'idempotency-key': key, ...(basedOn !== undefined && { 'linli-based-on': String(basedOn) }) })

/** A problem of this side's own, told as the server tells its own. */
export const asProblem = (status: number, code: string, because: Problem['because']): Problem => ({
  ...{ type: '', status, code, because },
  title: because.zh,
  detail: because.zh,
})

const unreachable = (because: Words) => asProblem(0, 'unreachable', because)

const unread = unreachable(
  w(
    '现在没有网络，这一页还没有存到本机；联网后会自动出来。',
    'There is no network, and this page is not kept on this device yet: it will show by itself once you are online.',
  ),
)

const unsent = unreachable(
  w(
    '网络不通，没有送达。您填写的内容还在，联网后再点一次即可。',
    'The network is down, so nothing was sent. What you typed is still here: press again once you are online.',
  ),
)

const broken = (status: number, method: string) =>
  asProblem(
    status,
    'ours',
    method === 'GET'
      ? w(
          `系统暂时没有应答（${status}），请稍后再试。`,
          `The server did not answer properly (${status}): please try again shortly.`,
        )
      : w(
          `系统暂时没有应答（${status}）。您填写的内容还在，请稍后再点一次。`,
          `The server did not answer properly (${status}). What you typed is still here: please try again shortly.`,
        ),
  )
