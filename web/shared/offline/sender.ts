import { ask, type Reply } from '../ask.ts'
import { keptHere, type Queued } from './database.ts'
import { owner } from './owner.ts'
import { dequeue, enqueue, localPhotosIn, onQueue, photoHere, queued } from './queue.ts'

type Arrived = (entry: Queued, value: unknown) => void
const arrivals = new Set<Arrived>()

/** Calls for everything that was sent from the queue, until the function that it gives is called. */
export function onArrival(hear: Arrived): () => void {
  arrivals.add(hear)
  return () => arrivals.delete(hear)
}

let next: Promise<void> | undefined
let last = Promise.resolve()

/**
 * Sends what waits for the account and post that are here, item by item in the order in which it was pressed. One tab at a time
 * does so (a lock of the browser's), and what was sent already the server knows by its key: nothing is done twice. Who asks while
 * it is being done is served by one more turn after it.
 */
export function sendQueued(): Promise<void> {
  next ??= inTurn(async () => {
    next = undefined
    const whose = owner()
    if (whose !== undefined && navigator.onLine !== false) await sendAll(whose)
  })
  return next
}

function inTurn(turn: () => Promise<void>): Promise<void> {
  if ('locks' in navigator) return navigator.locks.request('linli-queue', turn)
  last = last.then(turn, turn)
  return last
}

async function sendAll(whose: string): Promise<void> {
  const waiting = new Set<string>()
  const earlier = new Map<string, string>()
  for (const entry of await queued()) {
    if (entry.owner !== whose) continue
    // Until somebody has decided about what was refused, the rest for this item waits; other items go on.
    if (entry.problem || waiting.has(entry.item)) {
      waiting.add(entry.item)
      continue
    }
    const reply = await sendOne(entry, earlier.get(entry.item))
    earlier.set(entry.item, entry.key)
    if (reply.done) {
      await dequeue(entry)
      for (const hear of arrivals) hear(entry, reply.value)
    } else if (waitsFor(reply.problem.status)) return
    else {
      waiting.add(entry.item)
      await enqueue({ ...entry, problem: reply.problem })
    }
  }
}

/** No network, nobody signed in any more, too much at once, a fault of ours: nothing was decided, and it is sent later as it is. */
const waitsFor = (status: number): boolean => status === 0 || status === 401 || status === 429 || status >= 500

async function sendOne(entry: Queued, after: string | undefined): Promise<Reply<unknown>> {
  const uploaded = await upload(entry)
  if (!uploaded.done) return uploaded
  const { key, path, input, basedOn, saidAt, post } = uploaded.value
  return ask(path, {
    method: 'POST',
    body: input,
    headers: {
      'idempotency-key': key,
      'linli-said-at': saidAt,
      ...(basedOn !== undefined && { 'linli-based-on': String(basedOn) }),
      ...(after !== undefined && { 'linli-after': after }),
      ...(post !== undefined && { 'linli-post': post }),
    },
  })
}

/** Uploads the photos that only this device has, one by one, and notes the ids that they have on the server now. */
async function upload(entry: Queued): Promise<Reply<Queued>> {
  let now = entry
  for (const id of localPhotosIn(entry.input)) {
    const photo = await photoHere(id)
    const form = new FormData()
    if (photo) form.append('file', photo, 'photo.jpg')
    const reply = photo ? await ask<{ id: string }>('/api/files', { method: 'POST', body: form }) : undefined
    if (reply && !reply.done) return reply
    const { photos } = now.input
    const named = Array.isArray(photos) ? photos.flatMap((one) => (one === id ? (reply ? [reply.value.id] : []) : [one])) : []
    now = { ...now, input: { ...now.input, photos: named } }
    const database = await keptHere()
    await database.put('queue', now)
    await database.delete('photos', id)
  }
  return { done: true, value: now }
}

let begun = false

/** From now on sends what waits: at once, when the network is back, when something new waits, and every half minute. */
export function keepSending(): void {
  if (begun) return
  begun = true
  const go = () => {
    sendQueued().catch(() => {})
  }
  addEventListener('online', go)
  document.addEventListener('visibilitychange', go)
  onQueue(go)
  setInterval(go, 30_000)
  go()
}
