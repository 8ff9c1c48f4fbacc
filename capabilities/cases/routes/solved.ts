import { Type } from 'typebox'
import type { Connection } from '#kernel/database/open.ts'
import { within } from '#kernel/database/within.ts'
import { servedPhoto, servesPhoto } from '#kernel/files/serving.ts'
import { photoKey } from '#kernel/files/store.ts'
import { refusal } from '#kernel/flow/refusal.ts'
import type { App } from '#kernel/http/app.ts'
import { problem, problems } from '#kernel/http/problem.ts'
import { Instant } from '#kernel/moments.ts'
import { districtFor } from '#kernel/people/whoIs.ts'
import type { Point } from '#kernel/place/coordinates.ts'
import { inOrder } from '#kernel/place/estates.ts'
import { aboutHere, here } from '#kernel/place/near.ts'
import { estatesOn } from '#kernel/place/store/estates.ts'
import { dayOf } from '#kernel/time/zone.ts'
import { Uuid } from '#kernel/uuid.ts'
import { SolvedCases } from '../contract/answers.ts'
import { categoryWords } from '../rulebook.ts'
import { publishedCase, publishedCases, publishedIn } from '../store/solved.ts'
import { type Room, tags } from './room.ts'

const page = 20
/** So many estates around somebody are near, of each of which the latest few are told. */
const [nearest, ofEach] = [40, 3]

/**
 * What was solved nearby, for everybody: category, estate, month, and the summary that a worker approved; the latest first, or a
 * page of what was nearest to about where somebody is. Nobody's words, no exact
 * place, no number that a reporter could be known by; photos only if they were approved.
 */
export function addSolvedRoutes(app: App, { house, cases, districtOf, store }: Room) {
  const { database, ring } = house

  const Query = Type.Object(
    {
      community: Type.Optional(Type.String({ maxLength: 60 })),
      before: Type.Optional(Instant),
      ...here,
    },
    { additionalProperties: false },
  )
  app.get(
    '/api/solved',
    { schema: { tags, summary: '身边办成的事', querystring: Query, response: { 200: SolvedCases, ...problems } } },
    async (request) => {
      const district = await districtFor(house, districtOf, request)
      const { community, before, ...at } = request.query
      const about = aboutHere(at)
      if (about && 'problem' in about) return problem(refusal('badInput', about.problem.zh, about.problem.en))
      return within(database, { as: 'command', district }, async (connection) => {
        const rules = await cases.rulesOf(connection, district)
        const asked = { community, before: before === undefined ? undefined : Temporal.Instant.from(before), most: page + 1 }
        const found = about
          ? await publishedIn(connection, district, await estatesNear(connection, district, about, community), {
              ofEach,
              most: page,
            })
          : await publishedCases(connection, district, asked)
        const shown = found.slice(0, page)
        const last = shown.at(-1)
        return {
          rows: shown.map(({ item: { id, category, summary, publishedAt, publicPhotos }, place }) => ({
            id,
            category: categoryWords(rules, category),
            ...(place !== null && { place }),
            month: dayOf(Temporal.Instant.from(publishedAt ?? '')).slice(0, 7),
            summary: summary ?? '',
            photos: publicPhotos ?? [],
          })),
          ...(found.length > page && last?.item.publishedAt !== undefined && { next: last.item.publishedAt }),
        }
      })
    },
  )

  const estatesNear = async (connection: Connection, district: string, about: Point, community: string | undefined) =>
    inOrder(await estatesOn(connection, district, dayOf(house.clock()), community), '', { here: about })
      .slice(0, nearest)
      .map(({ code }) => code)

  app.get(
    '/api/solved/:id/photos/:photo',
    {
      schema: {
        ...{ tags, summary: '公开的照片', params: Type.Object({ id: Uuid, photo: Uuid }) },
        ...servesPhoto,
      },
    },
    async (request, reply) => {
      const district = await districtFor(house, districtOf, request)
      const { id, photo } = request.params
      const key = await within(database, { as: 'command', district }, async (connection) => {
        const item = await publishedCase(connection, district, id)
        return item?.publicPhotos?.includes(photo) ? photoKey(connection, ring, district, photo) : undefined
      })
      return servedPhoto(reply, store, key, { district, photo, cache: 'public, max-age=3600' })
    },
  )
}
