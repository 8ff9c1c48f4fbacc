import { Type } from 'typebox'
import type { Connection } from '#kernel/database/open.ts'
import { lookInto, within } from '#kernel/database/within.ts'
import { noPhoto, servedPhoto, servesPhoto } from '#kernel/files/serving.ts'
import { photoKey } from '#kernel/files/store.ts'
import type { App } from '#kernel/http/app.ts'
import { problem } from '#kernel/http/problem.ts'
import { sightOf } from '#kernel/people/actor.ts'
import { signedIn } from '#kernel/people/signedIn.ts'
import { eventsOf } from '#kernel/record/event.ts'
import { Uuid } from '#kernel/uuid.ts'
import { lookOnce, opened } from '#kernel/vault/looks.ts'
import type { Case } from '../contract/item.ts'
import { type HistoryReader, historyOf } from '../history.ts'
import type { Rulebook } from '../rulebook.ts'
import { readsMerged, sightIn, standingOf } from '../sight.ts'
import { mergedInto } from '../store/merged.ts'
import { type Room, tags } from './room.ts'

/**
 * The photos of a case: whoever may read what the reporter wrote sees theirs and those of the reports merged into it, whoever sees the
 * case those of its resolution, and whoever may read a comment those that came with it. To open the reporter's is a look that the reporter sees.
 */
export function addPhotoRoutes(app: App, { house, cases, store }: Room) {
  const { database, ring, clock } = house
  const asVisitor = signedIn(house)

  const PhotoOf = Type.Object({ id: Uuid, photo: Uuid })
  app.get(
    '/api/cases/:id/photos/:photo',
    { schema: { tags, summary: '照片', params: PhotoOf, ...servesPhoto } },
    async (request, reply) =>
      asVisitor(request, async ({ actor }) => {
        const { district } = actor
        const { id, photo } = request.params
        const found = await within(database, { as: 'read', district, sight: sightOf(actor) }, async (connection) => {
          const item = await cases.itemOf(connection, district, id)
          if (!item) return
          const rules = await cases.rulesOf(connection, district)
          const standing = standingOf(item, actor, rules)
          const isTheirs = item.photos.includes(photo)
          const reads = isTheirs ? sightIn(standing, item).words : readsMerged(item, actor, rules)
          const resolved = 'resolution' in item && item.resolution.photos.includes(photo)
          const isFree =
            !(reads && isTheirs) &&
            (resolved || (await commented(connection, item, photo, { id: actor.id, role: actor.role, standing }, rules)))
          return { item, reads, isFree, key: await photoKey(connection, ring, district, photo) }
        })
        if (!found?.key) return problem(noPhoto)
        const { item, reads, isFree } = found
        const isShown =
          isFree ||
          (await within(database, { as: 'command', district }, async (connection) => {
            const theirs = reads ? await reportWith(connection, item, photo) : undefined
            if (!theirs) return false
            const look = { subject: theirs.reporter, item: theirs.id, fields: ['photos'], reason: opened }
            await lookOnce(connection, actor, look, clock())
            return true
          }))
        if (!isShown) return problem(noPhoto)
        return servedPhoto(reply, store, found.key, { district, photo })
      }),
  )
}

/** Whose report a photo came with: this one's, or that of one that was merged into it. */
const reportWith = async (connection: Connection, item: Case, photo: string): Promise<Case | undefined> =>
  [item, ...(item.photos.includes(photo) ? [] : await mergedInto(connection, item))].find(({ photos }) => photos.includes(photo))

/** Whether a photo came with something that was said about a case, and that its viewer may read. */
async function commented(
  connection: Connection,
  { district, id }: Case,
  photo: string,
  reader: HistoryReader,
  rules: Rulebook,
): Promise<boolean> {
  await lookInto(connection, id)
  return historyOf(await eventsOf(connection, district, id), reader, rules).some(({ photos }) => photos.includes(photo))
}
