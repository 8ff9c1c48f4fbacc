import { Type } from 'typebox'
import { within } from '#kernel/database/within.ts'
import { servedPhoto, servesPhoto } from '#kernel/files/serving.ts'
import { photoKey, type Store } from '#kernel/files/store.ts'
import type { House } from '#kernel/flow/house.ts'
import { findItems } from '#kernel/flow/store/items.ts'
import type { App } from '#kernel/http/app.ts'
import { sightOf } from '#kernel/people/actor.ts'
import { signedIn } from '#kernel/people/signedIn.ts'
import { Uuid } from '#kernel/uuid.ts'
import { taskFlow } from '../tasks/flow.ts'

/** The photos with which a task was reported done, for whoever sees the task. */
export function addTaskPhotoRoute(app: App, house: House, store: Store) {
  const { database, ring } = house
  const One = Type.Object({ id: Uuid, photo: Uuid })
  app.get(
    '/api/tasks/:id/photos/:photo',
    {
      schema: {
        tags: ['tasks'],
        summary: '完成照片',
        params: One,
        ...servesPhoto,
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
        return servedPhoto(reply, store, key, { district, photo })
      }),
  )
}
