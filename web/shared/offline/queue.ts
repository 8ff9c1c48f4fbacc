import { freshId } from '../fresh.ts'
import { keptHere, type Queued } from './database.ts'

export type { Queued }

const channel = 'BroadcastChannel' in globalThis ? new BroadcastChannel('linli-queue') : undefined
const hearers = new Set<() => void>()
channel?.addEventListener('message', () => {
  for (const hear of hearers) hear()
})

function changed(): void {
  channel?.postMessage('changed')
  for (const hear of hearers) hear()
}

/** Calls when the queue changed, in this tab or another, until the function that it gives is called. */
export function onQueue(hear: () => void): () => void {
  hearers.add(hear)
  return () => hearers.delete(hear)
}

/** Everything that waits, in the order in which it was pressed. */
export async function queued(): Promise<Queued[]> {
  const all = await (await keptHere()).getAll('queue')
  return all.sort((one, other) => one.saidAt.localeCompare(other.saidAt))
}

export async function enqueue(entry: Queued): Promise<void> {
  await (await keptHere()).put('queue', entry)
  changed()
}

/** Takes something off the queue, with the photos that only it needs. */
export async function dequeue({ key, input }: Queued): Promise<void> {
  const database = await keptHere()
  await database.delete('queue', key)
  for (const photo of localPhotosIn(input)) await database.delete('photos', photo)
  changed()
}

const local = 'local:'

/** Keeps a photo on this device until it can be uploaded, and gives the id that it has here. */
export async function keepPhoto(photo: Blob): Promise<string> {
  const id = `${local}${freshId()}`
  await (await keptHere()).put('photos', photo, id)
  return id
}

/** Forgets a photo that was taken back before it was sent. */
export async function forgetPhoto(id: string): Promise<void> {
  if (id.startsWith(local)) await (await keptHere()).delete('photos', id)
}

export const photoHere = async (id: string): Promise<Blob | undefined> => (await keptHere()).get('photos', id)

/** The photos in an input that only this device has. */
export const localPhotosIn = ({ photos }: Record<string, unknown>): string[] =>
  Array.isArray(photos) ? photos.filter((id) => typeof id === 'string' && id.startsWith(local)) : []
