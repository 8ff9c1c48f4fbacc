import { Type } from 'typebox'
import type { Connection } from '#kernel/database/open.ts'
import { within } from '#kernel/database/within.ts'
import { noPhoto, servedPhoto, servesPhoto } from '#kernel/files/serving.ts'
import { photoKey, type Store } from '#kernel/files/store.ts'
import type { House } from '#kernel/flow/house.ts'
import { isRefusal, type Refusal, refusal } from '#kernel/flow/refusal.ts'
import type { App } from '#kernel/http/app.ts'
import { problem, problems } from '#kernel/http/problem.ts'
import { type Actor, ownSight } from '#kernel/people/actor.ts'
import { signedIn } from '#kernel/people/signedIn.ts'
import { type DistrictOf, districtFor } from '#kernel/people/whoIs.ts'
import { dayOf } from '#kernel/time/zone.ts'
import { Uuid } from '#kernel/uuid.ts'
import { StationCode } from '../contract/station.ts'
import { mostPhotos, StationPhoto } from '../contract/tending.ts'
import { noStation, notYours } from '../refusals.ts'
import { standingAt } from '../store/at.ts'
import { photosOf, putUp, takeDown } from '../store/photos.ts'
import { unitsOf } from '../store/tended.ts'
import { mayTend } from '../tending.ts'

interface Rooms {
  app: App
  house: House
  store: Store
  districtOf: DistrictOf
}

/** The photos of stations: seen by everybody, put up and taken down by whoever tends the station. */
export function addStationPhotoRoutes({ app, house, store, districtOf }: Rooms) {
  const { database, clock, ring } = house
  const tags = ['stations']
  const asVisitor = signedIn(house)
  const One = Type.Object({ code: StationCode, photo: Uuid })
  const Photos = Type.Array(StationPhoto)

  app.get(
    '/api/stations/:code/photos/:photo',
    { schema: { tags, summary: '驿站照片', params: One, ...servesPhoto } },
    async (request, reply) => {
      const district = await districtFor(house, districtOf, request)
      const { code, photo } = request.params
      const key = await within(database, { as: 'read', district, sight: ownSight() }, async (connection) => {
        if (!(await standingAt(connection, district, code, dayOf(clock())))) return undefined
        const isUp = (await photosOf(connection, district, code)).some(({ id }) => id === photo)
        return isUp ? photoKey(connection, ring, district, photo) : undefined
      })
      return servedPhoto(reply, store, key, { district, photo })
    },
  )

  /** Changes the photos of a station for whoever tends it, and gives those that are up then. */
  const change = (
    actor: Actor,
    station: string,
    work: (connection: Connection, now: Temporal.Instant) => Promise<Refusal | undefined>,
  ) =>
    within(
      database,
      { as: 'command', district: actor.district },
      async (connection) => {
        const now = clock()
        const kept = await standingAt(connection, actor.district, station, dayOf(now))
        if (!kept) return noStation
        if (!mayTend(actor, kept, await unitsOf(connection, actor, dayOf(now)))) return notYours
        return (await work(connection, now)) ?? photosOf(connection, actor.district, station)
      },
      (outcome) => !isRefusal(outcome),
    )

  app.post(
    '/api/stations/:code/photos',
    {
      schema: {
        ...{ tags, summary: '加一张驿站照片', params: Type.Object({ code: StationCode }), body: StationPhoto },
        response: { 200: Photos, ...problems },
      },
    },
    async (request) =>
      asVisitor(request, async ({ actor }) => {
        const { code } = request.params
        const { district, id: by } = actor
        const done = await change(actor, code, async (connection) => {
          const why = await putUp(connection, { district, station: code, by }, request.body)
          return why && because[why]
        })
        return isRefusal(done) ? problem(done) : done
      }),
  )

  app.delete(
    '/api/stations/:code/photos/:photo',
    { schema: { tags, summary: '撤下一张驿站照片', params: One, response: { 200: Photos, ...problems } } },
    async (request) =>
      asVisitor(request, async ({ actor }) => {
        const { code, photo } = request.params
        const done = await change(actor, code, async (connection, now) =>
          (await takeDown(connection, { district: actor.district, station: code }, photo, now)) ? undefined : noPhoto,
        )
        if (isRefusal(done)) return problem(done)
        await store.remove(photo)
        return done
      }),
  )
}

const because: Record<'strange' | 'full', Refusal> = {
  strange: refusal('badInput', '照片没有上传成功，请重新上传', 'this photo is not yours or not there: upload it again'),
  full: refusal('conflict', `已有 ${mostPhotos} 张，请先撤下一张`, `there are ${mostPhotos} photos already: take one down first`),
}
