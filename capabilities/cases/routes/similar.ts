import { Type } from 'typebox'
import { within } from '#kernel/database/within.ts'
import type { App } from '#kernel/http/app.ts'
import { problems } from '#kernel/http/problem.ts'
import { districtFor } from '#kernel/people/whoIs.ts'
import { similarNearby } from '../store/lists.ts'
import { type Room, tags } from './room.ts'

/** What was reported nearby of late, to join instead of reporting once more: its matter and place, nobody's words. */
export function addSimilarRoutes(app: App, { house, districtOf }: Room) {
  const { database, clock } = house
  const Code = Type.Optional(Type.String({ maxLength: 60 }))

  const Near = Type.Object(
    { community: Type.String({ maxLength: 60 }), estate: Code, category: Code },
    { additionalProperties: false },
  )
  const Similar = Type.Array(
    Type.Object({
      id: Type.String(),
      number: Type.String(),
      state: Type.String(),
      category: Type.String(),
      place: Type.String(),
      gist: Type.Array(Type.String()),
      reportedAt: Type.String(),
      followers: Type.Integer(),
    }),
  )
  app.get(
    '/api/cases/similar',
    { schema: { tags, summary: '附近相似的事项', querystring: Near, response: { 200: Similar, ...problems } } },
    async (request) => {
      const district = await districtFor(house, districtOf, request)
      const since = clock().subtract({ hours: 24 * 30 })
      const rows = await within(database, { as: 'command', district }, (connection) =>
        similarNearby(connection, district, { ...request.query, since }),
      )
      return rows.map((item) => ({
        ...{ id: item.id, number: item.number, state: item.state, category: item.category, place: item.place.label },
        ...{ gist: item.gist, reportedAt: item.reportedAt, followers: item.followers.length },
      }))
    },
  )
}
