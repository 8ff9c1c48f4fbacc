import { Type } from 'typebox'
import { within } from '#kernel/database/within.ts'
import { isRefusal } from '#kernel/flow/refusal.ts'
import { networkOf } from '#kernel/http/addresses.ts'
import type { App } from '#kernel/http/app.ts'
import { problem, problems } from '#kernel/http/problem.ts'
import { allow, attempt } from '#kernel/people/throttle.ts'
import { visitorOf } from '#kernel/people/whoIs.ts'
import { System } from '#kernel/place/coordinates.ts'
import { dayOf } from '#kernel/time/zone.ts'
import { words } from '#kernel/words.ts'
import { SimilarCase } from '../contract/answers.ts'
import type { GivenPlace } from '../contract/inputs.ts'
import type { Case } from '../contract/item.ts'
import { similarNearby } from '../store/lists.ts'
import { findPlace } from '../store/place.ts'
import { type Room, tags } from './room.ts'

const allowed = allow({
  name: 'similar',
  what: words('查附近相似的事项', 'what was reported nearby'),
  per: 'address',
  most: 600,
  minutes: 60,
})

/** What was reported nearby of late, to join instead of reporting once more: its matter and place, nobody's words. */
export function addSimilarRoutes(app: App, { house, districtOf }: Room) {
  const { database, clock } = house
  const Code = Type.Optional(Type.String({ maxLength: 60 }))

  const Near = Type.Object(
    {
      ...{ community: Code, estate: Code, category: Code },
      /** Where somebody is about to report: the code on a door, or a point. Then the nearest come first. */
      code: Code,
      longitude: Type.Optional(Type.Number()),
      latitude: Type.Optional(Type.Number()),
      system: Type.Optional(System),
    },
    { additionalProperties: false },
  )
  app.get(
    '/api/cases/similar',
    { schema: { tags, summary: '附近相似的事项', querystring: Near, response: { 200: Type.Array(SimilarCase), ...problems } } },
    async (request) => {
      const visitor = await visitorOf(database, clock, request)
      const district = visitor?.actor.district ?? (await districtOf(request))
      const own = (item: Case) => item.reporter === visitor?.actor.id || item.followers.some((one) => one === visitor?.actor.id)
      const slowed = await attempt(database, district, allowed, networkOf(request), clock())
      if (slowed) return problem(slowed)
      const since = clock().subtract({ hours: 24 * 30 })
      const { category, community, estate, ...near } = request.query
      const rows = await within(database, { as: 'command', district }, async (connection) => {
        const given = givenIn(near)
        const place = given && (await findPlace(connection, district, given, dayOf(clock())))
        if (place && isRefusal(place)) return place
        const where = place ?? { community, estate, point: null }
        if (where.community === undefined) return []
        return similarNearby(connection, district, {
          ...{ category, community: where.community, since },
          ...(where.point ? { point: where.point } : { estate: where.estate }),
          building: place?.building,
        })
      })
      if (isRefusal(rows)) return problem(rows)
      return rows.map(({ item, metres }) => ({
        ...{ id: item.id, number: item.number, state: item.state, category: item.category, place: item.place.label },
        ...{ gist: item.gist, reportedOn: dayOf(Temporal.Instant.from(item.reportedAt)), followers: item.followers.length },
        ...(metres !== undefined && { metres }),
        ...(own(item) && { own: true as const }),
        ...(item.publishedAt !== undefined && item.summary !== undefined && { summary: item.summary }),
      }))
    },
  )
}

interface Near {
  code?: string
  longitude?: number
  latitude?: number
  system?: System
}

function givenIn({ code, longitude, latitude, system }: Near): GivenPlace | undefined {
  if (code !== undefined) return { code }
  if (longitude === undefined || latitude === undefined) return undefined
  return { point: { longitude, latitude, system: system ?? 'wgs84' } }
}
