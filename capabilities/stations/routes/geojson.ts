import { Type } from 'typebox'
import type { App } from '#kernel/http/app.ts'
import { problems } from '#kernel/http/problem.ts'
import type { Clock } from '#kernel/time/clock.ts'
import { fitting, wanted } from '../finding.ts'
import { featureOf } from '../geojson.ts'
import { seen } from '../show.ts'
import type { lookingAt } from './looking.ts'

/** The stations as GeoJSON (RFC 7946), found as the list finds them: for maps and for whoever carries the data on. */
export function addGeoJsonRoute(app: App, clock: Clock, looking: ReturnType<typeof lookingAt>) {
  const Asked = Type.Object(
    { ...wanted, limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 2000, description: '500 if left out' })) },
    { additionalProperties: false },
  )
  const Collection = Type.Object({
    type: Type.String(),
    features: Type.Array(Type.Unsafe<object>({ type: 'object', additionalProperties: true })),
  })
  app.get(
    '/api/stations.geojson',
    {
      schema: {
        ...{ tags: ['stations'], summary: '驿站：GeoJSON', description: 'RFC 7946，按代码排', querystring: Asked },
        response: {
          200: { description: 'RFC 7946', content: { 'application/geo+json': { schema: Collection } } },
          ...problems,
        },
      },
    },
    async (request, reply) => {
      const { limit = 500, ...asked } = request.query
      const now = clock()
      const features = await looking(request, async ({ stations, called }) => {
        const found = fitting(stations.values(), asked, now).toSorted((one, other) => one.code.localeCompare(other.code))
        const page = found.slice(0, limit)
        const nameOf = await called(page)
        return page.map((one) => featureOf(seen(one, now, nameOf(one.community))))
      })
      return reply
        .header('content-disposition', 'attachment; filename="stations.geojson"')
        .type('application/geo+json')
        .send({ type: 'FeatureCollection', features })
    },
  )
}
