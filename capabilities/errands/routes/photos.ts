import { Type } from 'typebox'
import { within } from '#kernel/database/within.ts'
import { noPhoto, servedPhoto, servesPhoto } from '#kernel/files/serving.ts'
import { photoKey, type Store } from '#kernel/files/store.ts'
import type { House } from '#kernel/flow/house.ts'
import type { App } from '#kernel/http/app.ts'
import { problem } from '#kernel/http/problem.ts'
import { sightOf } from '#kernel/people/actor.ts'
import { signedIn } from '#kernel/people/signedIn.ts'
import { Uuid } from '#kernel/uuid.ts'
import { lookOnce, opened } from '#kernel/vault/looks.ts'
import { photosOf } from '../papers.ts'
import { show } from '../show.ts'
import { errandBy } from '../store/lists.ts'

/** The photos of papers and of signatures, for those who see the papers: that somebody opened one is a look. */
export function addPhotoRoutes(app: App, { database, ring, clock }: House, store: Store) {
  const asVisitor = signedIn({ database, clock })
  const params = Type.Object({ id: Uuid, photo: Uuid })
  app.get(
    '/api/errands/:id/photos/:photo',
    {
      schema: {
        tags: ['errands'],
        summary: '材料和签字的照片',
        params,
        ...servesPhoto,
      },
    },
    async (request, reply) =>
      asVisitor(request, async ({ actor }) => {
        const { district } = actor
        const { id, photo } = request.params
        const found = await within(database, { as: 'read', district, sight: sightOf(actor) }, async (connection) => {
          const item = await errandBy(connection, district, id)
          if (!item || !photosOf(show(item, { actor }).papers).includes(photo)) return
          return { item, key: await photoKey(connection, ring, district, photo) }
        })
        if (!found?.key || !('resident' in found.item)) return problem(noPhoto)
        const look = { subject: found.item.resident, item: id, fields: ['photos'], reason: opened }
        await within(database, { as: 'command', district }, (connection) => lookOnce(connection, actor, look, clock()))
        return servedPhoto(reply, store, found.key, { district, photo })
      }),
  )
}
