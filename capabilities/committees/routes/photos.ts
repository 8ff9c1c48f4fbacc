import { Type } from 'typebox'
import { within } from '#kernel/database/within.ts'
import { photoBytes, photoKey, type Store } from '#kernel/files/store.ts'
import type { House } from '#kernel/flow/house.ts'
import { refusal } from '#kernel/flow/refusal.ts'
import { findItems } from '#kernel/flow/store/items.ts'
import type { App } from '#kernel/http/app.ts'
import { problem, problems } from '#kernel/http/problem.ts'
import { sightOf } from '#kernel/people/actor.ts'
import { signedIn } from '#kernel/people/signedIn.ts'
import { Uuid } from '#kernel/uuid.ts'
import { taskFlow } from '../tasks/flow.ts'

const noPhoto = refusal('notFound', '没有这张照片，或已过保存期', 'there is no such photo, or it is kept no longer')

/** The photos with which a task was reported done, for whoever sees the task. */
export function addTaskPhotoRoute(app: App, house: House, store: Store) {
  const { database, ring } = house
  const Bytes = Type.Unsafe<Buffer>({ type: 'string', format: 'binary' })
  const One = Type.Object({ id: Uuid, photo: Uuid })
  app.get(
    '/api/tasks/:id/photos/:photo',
    {
      schema: {
        tags: ['tasks'],
        summary: '完成照片',
        params: One,
        produces: ['image/jpeg'],
        response: { 200: Bytes, ...problems },
      },
    },
    async (request, reply) =>
      signedIn(house)(request, async ({ actor }) => {
        const { district } = actor
        const { id, photo } = request.params
        const key = await within(database, { as: 'read', district, sight: sightOf(actor) }, async (connection) => {
          const [kept] = await findItems(connection, taskFlow, district, [id])
          const isThere = kept && 'photos' in kept.item && kept.item.photos?.includes(photo)
          return isThere ? photoKey(connection, ring, district, photo) : undefined
        })
        const bytes = key && (await photoBytes(store, key, district, photo))
        if (!bytes) return problem(noPhoto)
        return reply.type('image/jpeg').header('cache-control', 'private, max-age=3600').send(bytes)
      }),
  )
}
