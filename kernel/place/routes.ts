import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import type { Connection } from '../database/open.ts'
import { within } from '../database/within.ts'
import type { House } from '../flow/house.ts'
import { refusal } from '../flow/refusal.ts'
import type { App } from '../http/app.ts'
import { problem, problems } from '../http/problem.ts'
import { ownSight } from '../people/actor.ts'
import { type DistrictOf, districtFor } from '../people/whoIs.ts'
import { dayOf } from '../time/zone.ts'
import { pointOf, System } from './coordinates.ts'
import { type UnitKind, unitKinds } from './kinds.ts'
import { Located } from './located.ts'
import { locate, ownBy, placeOf } from './routing.ts'
import { CodedPlace, Grids, Units } from './shown.ts'
import { findGrids, units } from './store/find.ts'
import { endedPlace } from './store/locate.ts'

/** How many grids a picker offers: of a community all that it may have. */
const offered = { anywhere: 60, ofOne: 500 }

/** Public places: pickers of units, what a code opens, and where a point is. */
export function addPlaceRoutes(app: App, house: House, districtOf: DistrictOf) {
  const { database, clock } = house
  const tags = ['places']
  const reading = async (request: FastifyRequest) => {
    const district = await districtFor(house, districtOf, request)
    return { as: 'read', district, sight: ownSight() } as const
  }
  const text = Type.Optional(Type.String({ maxLength: 60 }))

  const Query = Type.Object(
    {
      kind: Type.Optional(Type.String({ maxLength: 100, description: 'several with commas between' })),
      search: text,
      parent: text,
      street: text,
      community: text,
      serves: text,
      own: text,
      after: text,
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500 })),
    },
    { additionalProperties: false },
  )
  app.get(
    '/api/places',
    { schema: { tags, summary: '单位、小区、楼栋', querystring: Query, response: { 200: Units, ...problems } } },
    async (request) => {
      const { kind, search, own, after, limit, ...equal } = request.query
      const kinds = kind?.split(',').filter((one): one is UnitKind => Object.hasOwn(unitKinds, one))
      const scope = await reading(request)
      return within(database, scope, async (connection) => {
        const day = dayOf(clock())
        const filter = { ...equal, day, ...(kinds && { kinds }), ...(search !== undefined && { name: search }) }
        const page = await units(connection, scope.district, filter, {
          own: await ownBy(connection, scope.district, own, day),
          ...(after !== undefined && { after }),
          ...(limit !== undefined && { limit }),
        })
        return {
          ...page,
          rows: page.rows.map(({ code, name, kind: unitKind, parent, street, community }) => ({
            code,
            name,
            kind: unitKind,
            ...(parent && { parent }),
            ...(street && { street }),
            ...(community && { community }),
          })),
        }
      })
    },
  )

  const OfGrids = Type.Object(
    { search: text, level: Type.Optional(Type.Integer({ minimum: 1, maximum: 3 })), community: text, own: text },
    { additionalProperties: false },
  )
  app.get(
    '/api/grids',
    { schema: { tags, summary: '网格', querystring: OfGrids, response: { 200: Grids, ...problems } } },
    async (request) => {
      const { search: name, level, community, own } = request.query
      const scope = await reading(request)
      const asked = { name, level, community, day: dayOf(clock()) }
      const most = community === undefined ? offered.anywhere : offered.ofOne
      const rows = await within(database, scope, async (connection) => {
        const first = await ownBy(connection, scope.district, own, asked.day)
        return findGrids(connection, scope.district, asked, { most: most + 1, own: first })
      })
      return { rows: rows.slice(0, most), more: rows.length > most }
    },
  )

  // As long as an alias may be: an official code, or an address on a door.
  const Code = Type.Object({ code: Type.String({ maxLength: 200 }) })
  app.get(
    '/api/places/:code',
    { schema: { tags, summary: '扫码地点', params: Code, response: { 200: CodedPlace, ...problems } } },
    async (request) => {
      const scope = await reading(request)
      return within(database, scope, async (connection) => {
        const day = dayOf(clock())
        const found = await placeOf(connection, scope.district, request.params.code, day)
        if (!found) return problem(await noPlace(connection, scope.district, request.params.code, day))
        if (found.type === 'grid')
          return {
            type: 'grid' as const,
            code: found.grid.code,
            name: found.grid.name,
            kind: found.grid.kind,
            label: found.grid.name,
            where: found.where,
          }
        const { unit, where } = found
        const above =
          unit.kind === 'building' && unit.parent !== undefined
            ? await placeOf(connection, scope.district, unit.parent, day)
            : undefined
        const label = above?.type === 'unit' ? `${above.unit.name}${unit.name}` : unit.name
        const estate = unit.kind === 'estate' ? unit.code : unit.kind === 'building' ? unit.parent : undefined
        return {
          type: 'unit' as const,
          code: unit.code,
          name: unit.name,
          kind: unit.kind,
          label,
          where,
          ...(estate !== undefined && { estate }),
          ...(unit.point && { point: unit.point }),
        }
      })
    },
  )

  const Point = Type.Object(
    { longitude: Type.Number(), latitude: Type.Number(), system: System },
    { additionalProperties: false },
  )
  app.get(
    '/api/locate',
    { schema: { tags, summary: '定位所属网格', querystring: Point, response: { 200: Located, ...problems } } },
    async (request) => {
      const point = pointOf(request.query)
      if ('problem' in point) return problem(refusal('badInput', point.problem.zh, point.problem.en))
      const scope = await reading(request)
      return within(database, scope, (connection) => locate(connection, scope.district, point, dayOf(clock())))
    },
  )
}

/** Why a code leads nowhere: its place stands no longer, or there never was one. */
async function noPlace(connection: Connection, district: string, code: string, day: string) {
  const ended = await endedPlace(connection, district, code, day)
  return ended
    ? refusal(
        'notFound',
        `这个码是“${ended.name}”的，${ended.ends} 起已停用，请换新码或从列表里选地点`,
        `this was the code of "${ended.name}", which ended on ${ended.ends}: scan a newer one, or choose the place`,
      )
    : refusal(
        'notFound',
        `没有“${code}”这个地点，请重新扫码，或从列表里选地点`,
        `no place has the code "${code}": scan it again, or choose the place`,
      )
}
