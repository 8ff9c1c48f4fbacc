import { Type } from 'typebox'
import { within } from '../database/within.ts'
import type { House } from '../flow/house.ts'
import type { App } from '../http/app.ts'
import { problems } from '../http/problem.ts'
import { ownSight } from '../people/actor.ts'
import { type DistrictOf, districtFor } from '../people/whoIs.ts'
import { dayOf } from '../time/zone.ts'
import { Boundaries } from './shown.ts'
import { gridBoundaries, unitOutlines } from './store/boundaries.ts'

/** Boundaries to draw, as GeoJSON. They are public, and change by the day at most. */
export function addBoundaryRoutes(app: App, house: House, districtOf: DistrictOf) {
  const { database, clock } = house
  const Query = Type.Object(
    {
      level: Type.Optional(
        Type.Integer({ minimum: 1, maximum: 3, description: 'grids of this level; without it the outlines of units' }),
      ),
      community: Type.Optional(Type.String({ maxLength: 60 })),
      street: Type.Optional(Type.String({ maxLength: 60 })),
    },
    { additionalProperties: false },
  )
  app.get(
    '/api/boundaries',
    { schema: { tags: ['places'], summary: '边界（GeoJSON）', querystring: Query, response: { 200: Boundaries, ...problems } } },
    async (request, reply) => {
      const district = await districtFor(house, districtOf, request)
      const { level, community, street } = request.query
      const scope = { as: 'read', district, sight: ownSight() } as const
      const rows = await within(database, scope, (connection) =>
        level === 1 || level === 2 || level === 3
          ? gridBoundaries(connection, district, { level, community, street, day: dayOf(clock()) })
          : unitOutlines(connection, district),
      )
      reply.header('cache-control', 'private, max-age=600')
      return {
        type: 'FeatureCollection' as const,
        features: rows.map(({ code, name, kind, geometry }) => ({
          ...{ type: 'Feature' as const, id: code, geometry },
          properties: { code, name, kind },
        })),
      }
    },
  )
}
