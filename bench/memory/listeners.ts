import { get } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Everybody } from './people.ts'

/** So many pages at a time. */
const pages = 12
/** How long a page stays open, in milliseconds: one hangs up before it is answered, the others come and go. */
const stays = [0, 2000, 5000, 11_000]

/** Pages with live updates that come and go, until the function that it gives is called. */
export function listeners(address: string, people: Everybody): () => Promise<void> {
  const leaving = new AbortController()
  const cookies = Object.values(people)
  const page = async (_: unknown, number: number) => {
    for (let turn = number; !leaving.signal.aborted; turn += 1)
      await listen(address, cookies[turn % cookies.length] ?? '', stays[turn % stays.length] ?? 0, leaving.signal)
  }
  const going = Promise.all(Array.from({ length: pages }, page))
  return async () => {
    leaving.abort()
    await going
  }
}

async function listen(address: string, cookie: string, stay: number, left: AbortSignal): Promise<void> {
  const request = get(new URL('/api/live', address), { headers: { cookie }, agent: false }, (reply) => void reply.resume())
  request.on('error', () => {})
  // What hangs up at once is sent and not waited for.
  await sleep(Math.max(stay, 20), undefined, { signal: left }).catch(() => {})
  request.destroy()
}
