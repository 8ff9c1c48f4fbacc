import { Type } from 'typebox'
import type { Connection } from '#kernel/database/open.ts'
import { within } from '#kernel/database/within.ts'
import type { House } from '#kernel/flow/house.ts'
import { isRefusal, type Refusal, refusal } from '#kernel/flow/refusal.ts'
import type { App } from '#kernel/http/app.ts'
import { problem, problems } from '#kernel/http/problem.ts'
import { ownSight } from '#kernel/people/actor.ts'
import { type DistrictOf, districtFor } from '#kernel/people/whoIs.ts'
import { namesAt } from '#kernel/place/store/find.ts'
import { dayOf } from '#kernel/time/zone.ts'
import type { Stations } from './capability.ts'
import { facilities, keysOf, kinds, services } from './contract/kinds.ts'
import { type Station, StationCode } from './contract/station.ts'
import { walkingMinutes } from './coverage/walk.ts'
import { stateAt } from './hours/state.ts'
import { SeenStation, seen } from './show.ts'

interface Rooms {
  app: App
  house: House
  districtOf: DistrictOf
  stationsOf: Stations['stationsOf']
}

const size = 20

/** What anybody reads of stations: which are near or open now, and one of them. */
export function addStationRoutes({ app, house, districtOf, stationsOf }: Rooms) {
  const { database, clock } = house
  const tags = ['stations']
  /** Reads a district's stations for whoever asks, with what their communities are called. */
  const looking = async <Result>(
    request: Parameters<DistrictOf>[0],
    work: (stations: ReadonlyMap<string, Station>, called: (some: readonly Station[]) => Promise<NameOf>) => Promise<Result>,
  ) => {
    const district = await districtFor(house, districtOf, request)
    return within(database, { as: 'read', district, sight: ownSight() }, async (connection) =>
      work(await stationsOf(connection, district), (some) => namesOf(connection, district, some, dayOf(clock()))),
    )
  }

  const degrees = (most: number) => Type.Optional(Type.Number({ minimum: -most, maximum: most }))
  const Asked = Type.Object(
    {
      longitude: degrees(180),
      latitude: degrees(90),
      kind: Type.Optional(Type.Enum(keysOf(kinds))),
      facility: Type.Optional(Type.Enum(keysOf(facilities))),
      service: Type.Optional(Type.Enum(keysOf(services))),
      community: Type.Optional(Type.String({ maxLength: 60 })),
      text: Type.Optional(Type.String({ maxLength: 60 })),
      open: Type.Optional(Type.Boolean({ description: 'only those that are open now' })),
      from: Type.Optional(Type.Integer({ minimum: 0, maximum: 10_000, description: 'how many were on the pages before' })),
    },
    { additionalProperties: false, description: 'WGS 84; with a point the nearest on foot come first, else by name' },
  )
  const Page = Type.Object({ rows: Type.Array(SeenStation), count: Type.Integer(), more: Type.Boolean() })
  app.get(
    '/api/stations',
    { schema: { tags, summary: '身边的驿站', querystring: Asked, response: { 200: Page, ...problems } } },
    async (request) => {
      const { longitude, latitude, kind, facility, service, community, text = '', open, from = 0 } = request.query
      if ((longitude === undefined) !== (latitude === undefined)) return problem(halfAPoint)
      const here = longitude === undefined || latitude === undefined ? undefined : { longitude, latitude }
      const now = clock()
      const word = text.trim()
      return looking(request, async (stations, called) => {
        const fitting = [...stations.values()].filter(
          (one) =>
            (kind === undefined || one.kind === kind) &&
            (facility === undefined || one.facilities.includes(facility)) &&
            (service === undefined || one.services.includes(service)) &&
            (community === undefined || one.community === community) &&
            (word === '' || one.name.includes(word) || one.address.includes(word)) &&
            (!open || stateAt(one.hours, now).open),
        )
        const far = new Map(here && fitting.map((one) => [one.code, walkingMinutes(here, one)]))
        const inOrder = fitting.toSorted(
          (one, other) => (far.get(one.code) ?? 0) - (far.get(other.code) ?? 0) || one.name.localeCompare(other.name, 'zh'),
        )
        const page = inOrder.slice(from, from + size)
        const nameOf = await called(page)
        const rows = page.map((one) => seen(one, now, nameOf(one.community), here))
        return { rows, count: fitting.length, more: fitting.length > from + size }
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
      const found = await looking(request, async (stations, called) => {
        const station = stations.get(request.params.code)
        return station ? seen(station, clock(), (await called([station]))(station.community)) : noStation
      })
      return isRefusal(found) ? problem(found) : found
    },
  )
}

type NameOf = (community: string) => string

async function namesOf(connection: Connection, district: string, stations: readonly Station[], day: string): Promise<NameOf> {
  const names = await namesAt(connection, district, [...new Set(stations.map(({ community }) => community))], day)
  return (code) => names.get(code) ?? code
}

const halfAPoint: Refusal = refusal('badInput', '经度和纬度要一起给', 'give longitude and latitude together')
const noStation: Refusal = refusal(
  'notFound',
  '没有这个驿站，可能已经撤销，请从列表里另选',
  'there is no such station, it may have closed for good: choose another from the list',
)
