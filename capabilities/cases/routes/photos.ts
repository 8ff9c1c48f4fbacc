import { Type } from 'typebox'
import { within } from '#kernel/database/within.ts'
import { photoBytes } from '#kernel/files/store.ts'
import { refusal } from '#kernel/flow/refusal.ts'
import type { App } from '#kernel/http/app.ts'
import { problem, problems } from '#kernel/http/problem.ts'
import { sightOf } from '#kernel/people/actor.ts'
import { signedIn } from '#kernel/people/signedIn.ts'
import { sightIn, standingOf } from '../sight.ts'
import { type Room, tags } from './room.ts'

/** The photos of a case: whoever may read what the reporter wrote sees theirs, whoever sees the case those of its resolution. */
export function addPhotoRoutes(app: App, { house, cases, store }: Room) {
  const { database, ring } = house
  const asVisitor = signedIn(house)

  const Bytes = Type.Unsafe<Buffer>({ type: 'string', format: 'binary' })
  const PhotoOf = Type.Object({ id: Type.String({ format: 'uuid' }), photo: Type.String({ format: 'uuid' }) })
  app.get(
    '/api/cases/:id/photos/:photo',
    { schema: { tags, summary: '照片', params: PhotoOf, produces: ['image/jpeg'], response: { 200: Bytes, ...problems } } },
    async (request, reply) =>
      asVisitor(request, async ({ actor }) => {
        const { id, photo } = request.params
        const photos = await within(
          database,
          { as: 'read', district: actor.district, sight: sightOf(actor) },
          async (connection) => {
            const item = await cases.itemOf(connection, actor.district, id)
            if (!item) return []
            const standing = standingOf(item, actor, await cases.rulesOf(connection, actor.district))
            const reported = sightIn(standing, item).words ? item.photos : []
            return [...reported, ...('resolution' in item ? item.resolution.photos : [])]
          },
        )
        const bytes = photos.includes(photo) ? await photoBytes(store, ring, actor.district, photo) : undefined
        if (!bytes) return problem(refusal('notFound', '没有这张照片', 'there is no such photo'))
        return reply.type('image/jpeg').header('cache-control', 'private, max-age=3600').send(bytes)
      }),
  )
}
