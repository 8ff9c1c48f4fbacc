import { Type } from 'typebox'
import { kinds } from '#capabilities/stations/contract/kinds.ts'
import type { Stations } from '#capabilities/stations/index.ts'
import { within } from '#kernel/database/within.ts'
import type { House } from '#kernel/flow/house.ts'
import { refusal } from '#kernel/flow/refusal.ts'
import type { App } from '#kernel/http/app.ts'
import { problem, problems } from '#kernel/http/problem.ts'
import { ownSight } from '#kernel/people/actor.ts'
import { type DistrictOf, districtFor } from '#kernel/people/whoIs.ts'
import { namesAt } from '#kernel/place/store/find.ts'
import { dayOf } from '#kernel/time/zone.ts'
import { keysOf } from '#kernel/words.ts'
import {
  attributesOf,
  type Directory,
  locationOf,
  type Offer,
  offersOf,
  organizationOf,
  serviceAtLocationOf,
  serviceOf,
  taxonomyOf,
  termOf,
} from './shape.ts'

interface Rooms {
  app: App
  house: House
  districtOf: DistrictOf
  stationsOf: Stations['stationsOf']
}

/** What a list in HSDS holds, and one of it in full. */
interface Shelf {
  path: string
  list: (directory: Directory) => { id: string }[]
  whole: (directory: Directory, id: string) => object | undefined
}

/** The stations as Open Referral's Human Services Data Specification 3 has services: read by anybody, at the addresses of its API. */
export function addHsdsRoutes({ app, house, districtOf, stationsOf }: Rooms) {
  const { database, clock } = house
  const tags = ['hsds']
  const Anything = Type.Unsafe<object>({ type: 'object', additionalProperties: true })
  const directoryFor = async (request: Parameters<DistrictOf>[0]): Promise<Directory> => {
    const district = await districtFor(house, districtOf, request)
    const day = dayOf(clock())
    return within(database, { as: 'read', district, sight: ownSight() }, async (connection) => {
      const stations = [...(await stationsOf(connection, district)).values()].toSorted((one, other) =>
        one.code.localeCompare(other.code),
      )
      const codes = new Set([district, ...stations.flatMap(({ keeper, community }) => [keeper, community])])
      const names = await namesAt(connection, district, [...codes], day)
      const nameOf = (code: string) => names.get(code) ?? code
      return { district: { code: district, name: nameOf(district) }, stations, nameOf, day }
    })
  }

  app.get(
    '/hsds',
    {
      schema: {
        ...{ tags, summary: 'HSDS 3：说明' },
        response: {
          200: Type.Object({ version: Type.String(), profile: Type.String(), openapi_url: Type.String() }),
          ...problems,
        },
      },
    },
    async (request) => ({
      version: '3.0',
      profile: 'https://docs.openreferral.org/en/3.0/hsds/',
      openapi_url: `${request.protocol}://${request.host}/openapi.json`,
    }),
  )

  const Query = Type.Object(
    {
      page: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 })),
      per_page: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
    },
    { additionalProperties: false },
  )
  const Page = Type.Object({
    ...{ total_items: Type.Integer(), total_pages: Type.Integer(), page_number: Type.Integer(), size: Type.Integer() },
    ...{ first_page: Type.Boolean(), last_page: Type.Boolean(), empty: Type.Boolean(), contents: Type.Array(Anything) },
  })
  const params = Type.Object({ id: Type.String({ format: 'uuid' }) })
  for (const { path, list, whole } of shelves) {
    app.get(
      `/hsds/${path}`,
      { schema: { tags, summary: `HSDS 3：${path}`, querystring: Query, response: { 200: Page, ...problems } } },
      async (request) => {
        const { page = 1, per_page: size = 50 } = request.query
        const all = list(await directoryFor(request))
        const contents = all.slice((page - 1) * size, page * size)
        const pages = Math.max(1, Math.ceil(all.length / size))
        return {
          ...{ total_items: all.length, total_pages: pages, page_number: page, size: contents.length },
          ...{ first_page: page === 1, last_page: page >= pages, empty: contents.length === 0, contents },
        }
      },
    )
    app.get(
      `/hsds/${path}/:id`,
      { schema: { tags, summary: `HSDS 3：${path} 之一`, params, response: { 200: Anything, ...problems } } },
      async (request) => {
        const found = whole(await directoryFor(request), request.params.id)
        return (
          found ?? problem(refusal('notFound', '没有这一项，可能已经撤销', 'there is nothing of this id: it may have closed'))
        )
      },
    )
  }
}

const oneOf = <Thing extends { id: string }>(things: readonly Thing[], id: string) => things.find((thing) => thing.id === id)
const offersBy = (directory: Directory, keeper: string) => offersOf(directory).filter((offer) => offer.keeper === keeper)
const keepersOf = (directory: Directory) => [...new Set(offersOf(directory).map(({ keeper }) => keeper))]

const wholeService = (directory: Directory, offer: Offer) => ({
  ...serviceOf(directory, offer),
  organization: organizationOf(directory, offer.keeper),
  attributes: attributesOf(directory, offer),
  service_at_locations: offer.stations.map((station) => ({
    ...serviceAtLocationOf(directory, station),
    location: locationOf(directory, station),
  })),
})

const shelves: readonly Shelf[] = [
  {
    path: 'organizations',
    list: (directory) => keepersOf(directory).map((keeper) => organizationOf(directory, keeper)),
    whole: (directory, id) => {
      const keeper = keepersOf(directory).find((one) => organizationOf(directory, one).id === id)
      if (keeper === undefined) return undefined
      const services = offersBy(directory, keeper).map((offer) => serviceOf(directory, offer))
      return { ...organizationOf(directory, keeper), services }
    },
  },
  {
    path: 'services',
    list: (directory) =>
      offersOf(directory).map((offer) => ({
        ...serviceOf(directory, offer),
        organization: organizationOf(directory, offer.keeper),
      })),
    whole: (directory, id) => {
      const offer = offersOf(directory).find((one) => serviceOf(directory, one).id === id)
      return offer && wholeService(directory, offer)
    },
  },
  {
    path: 'service_at_locations',
    list: (directory) =>
      directory.stations.map((station) => {
        const { id, service_id, location_id, description } = serviceAtLocationOf(directory, station)
        return { id, service_id, location_id, description }
      }),
    whole: (directory, id) => {
      const station = directory.stations.find((one) => serviceAtLocationOf(directory, one).id === id)
      if (!station) return undefined
      const { keeper, kind } = station
      const offer = { keeper, kind, stations: [station] }
      return {
        ...serviceAtLocationOf(directory, station),
        location: locationOf(directory, station),
        service: { ...serviceOf(directory, offer), organization: organizationOf(directory, keeper) },
      }
    },
  },
  {
    path: 'taxonomies',
    list: (directory) => [taxonomyOf(directory)],
    whole: (directory, id) => oneOf([taxonomyOf(directory)], id),
  },
  {
    path: 'taxonomy_terms',
    list: (directory) => keysOf(kinds).map((kind) => termOf(directory, kind)),
    whole: (directory, id) =>
      oneOf(
        keysOf(kinds).map((kind) => termOf(directory, kind)),
        id,
      ),
  },
]
