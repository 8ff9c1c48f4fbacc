import type { FastifyReply } from 'fastify'
import { Type } from 'typebox'
import { refusal } from '../flow/refusal.ts'
import { problem, problems } from '../http/problem.ts'
import { type FileKey, photoBytes, type Store } from './store.ts'

/** What the schema of a route says that serves a photo. */
export const servesPhoto = {
  produces: ['image/jpeg'],
  response: { 200: Type.Unsafe<Buffer>({ type: 'string', format: 'binary' }), ...problems },
}

/** Of which district a photo is, and for how long whose browser keeps it: an hour for whoever asked, where nothing else is said. */
interface Served {
  district: string
  photo: string
  cache?: string
}

/** The photo that a key opens, as a route replies with it; that there is none, for whoever has no key to it. */
export async function servedPhoto(
  reply: FastifyReply,
  store: Store,
  key: FileKey | undefined,
  { district, photo, cache = 'private, max-age=3600' }: Served,
) {
  const bytes = key && (await photoBytes(store, key, district, photo))
  if (!bytes) return problem(noPhoto)
  reply.type('image/jpeg').header('cache-control', cache)
  return bytes
}

export const noPhoto = refusal('notFound', '没有这张照片，或已过保存期', 'there is no such photo, or it is kept no longer')
