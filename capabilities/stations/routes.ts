import { Type } from 'typebox'
import { isRefusal, type Refusal, refusal } from '#kernel/flow/refusal.ts'
import type { App } from '#kernel/http/app.ts'
import { problem, problems } from '#kernel/http/problem.ts'
import { dayOf } from '#kernel/time/zone.ts'
import { StationCode } from './contract/station.ts'
import { walkingMinutes } from './coverage/walk.ts'
import { fitting, wanted } from './finding.ts'
import { noStation } from './refusals.ts'
import { addGeoJsonRoute } from './routes/geojson.ts'
import { lookingAt, type Rooms } from './routes/looking.ts'
import { SeenStation, seen } from './show.ts'
import { photosOf } from './store/photos.ts'
import { unitsOf } from './store/tended.ts'
import { isUnverified, mayTend } from './tending.ts'

const size = 20

/** What anybody reads of stations: which are near or open now, one of them, and all of them for a map. */
export function addStationRoutes({ app, ...rooms }: Rooms & { app: App }) {
  const { clock } = rooms.house
  const tags = ['stations']
  const looking = lookingAt(rooms)

  const degrees = (most: number) => Type.Optional(Type.Number({ minimum: -most, maximum: most }))
  const Asked = Type.Object(
    {
      longitude: degrees(180),
      latitude: degrees(90),
      ...wanted,
      from: Type.Optional(Type.Integer({ minimum: 0, maximum: 10_000, description: 'how many were on the pages before' })),
    },
    { additionalProperties: false, description: 'WGS 84; with a point the nearest on foot come first, else by name' },
  )
  const Page = Type.Object({ rows: Type.Array(SeenStation), count: Type.Integer(), more: Type.Boolean() })
  app.get(
    '/api/stations',
    { schema: { tags, summary: '身边的驿站', querystring: Asked, response: { 200: Page, ...problems } } },
    async (request) => {
      const { longitude, latitude, from = 0, ...asked } = request.query
      if ((longitude === undefined) !== (latitude === undefined)) return problem(halfAPoint)
      const here = longitude === undefined || latitude === undefined ? undefined : { longitude, latitude }
      const now = clock()
      return looking(request, async ({ stations, called }) => {
        const found = fitting(stations.values(), asked, now)
        const far = new Map(here && found.map((one) => [one.code, walkingMinutes(here, one)]))
        const inOrder = found.toSorted(
          (one, other) => (far.get(one.code) ?? 0) - (far.get(other.code) ?? 0) || one.name.localeCompare(other.name, 'zh'),
        )
        const page = inOrder.slice(from, from + size)
        const nameOf = await called(page)
        const rows = page.map((one) => seen(one, now, nameOf(one.community), here))
        return { rows, count: found.length, more: found.length > from + size }
      })
    },
  )

  app.get(
    '/api/stations/:code',
    {
      schema: {
        ...{ tags, summary: '一个驿站', params: Type.Object({ code: StationCode }) },
        response: { 200: SeenStation, ...problems },
      },
    },
    async (request) => {
      const found = await looking(request, async ({ connection, district, actor, stations, called }) => {
        const station = stations.get(request.params.code)
        if (!station) return noStation
        const now = clock()
        const tends = actor !== undefined && mayTend(actor, station, await unitsOf(connection, actor, dayOf(now)))
        return {
          ...seen(station, now, (await called([station]))(station.community)),
          photos: await photosOf(connection, district, station.code),
          ...(tends && { mayTend: true, unverified: isUnverified(station, dayOf(now)) }),
        }
      })
      return isRefusal(found) ? problem(found) : found
    },
  )

  addGeoJsonRoute(app, clock, looking)
}

const halfAPoint: Refusal = refusal('badInput', '经度和纬度要一起给', 'give longitude and latitude together')
