import { Type } from 'typebox'
import { within } from '#kernel/database/within.ts'
import { refusal } from '#kernel/flow/refusal.ts'
import type { App } from '#kernel/http/app.ts'
import { problem, problems } from '#kernel/http/problem.ts'
import { sightOf } from '#kernel/people/actor.ts'
import { signedIn } from '#kernel/people/signedIn.ts'
import { Cluster } from '../contract/answers.ts'
import { clustersIn } from '../store/map.ts'
import { type Room, tags } from './room.ts'

const Longitude = Type.Number({ minimum: -180, maximum: 180 })
const Latitude = Type.Number({ minimum: -90, maximum: 90 })
const Code = Type.Optional(Type.String({ maxLength: 60 }))
const Query = Type.Object(
  {
    ...{ west: Longitude, east: Longitude, south: Latitude, north: Latitude },
    zoom: Type.Number({ minimum: 0, maximum: 22 }),
    scope: Type.Optional(Type.Enum(['queue', 'all'])),
    state: Type.Optional(Type.String({ maxLength: 200 })),
    ...{ category: Code, street: Code, community: Code, lead: Code },
    over: Type.Optional(Type.Boolean()),
  },
  { additionalProperties: false },
)
/** A cell is about an eighth of a map tile: 64 points on the screen. */
const cellAt = (zoom: number) => 360 / 2 ** Math.round(zoom) / 8

/** Cases on a map, gathered where they lie close together. */
export function addMapRoutes(app: App, { house }: Room) {
  const { database, clock } = house
  const asVisitor = signedIn(house)
  app.get(
    '/api/cases/map',
    {
      schema: {
        tags,
        summary: '地图上的事项',
        description: '已了结的只含近 30 天报的',
        querystring: Query,
        response: { 200: Type.Array(Cluster), ...problems },
      },
    },
    async (request) =>
      asVisitor(request, async ({ actor }) => {
        const { west, south, east, north, zoom, scope = 'all', state, over, ...equal } = request.query
        if (west >= east || south >= north)
          return problem(
            refusal('badInput', '地图范围有误：西须在东之西，南须在北之南', 'west must be west of east, south south of north'),
          )
        const now = clock()
        const filter = { scope, ...equal, ...(state !== undefined && { states: state.split(',') }), ...(over && { overAt: now }) }
        const { district } = actor
        const asked = { frame: { west, south, east, north }, cell: cellAt(zoom), now }
        const found = await within(database, { as: 'read', district, sight: sightOf(actor) }, (connection) =>
          clustersIn(connection, actor, filter, asked),
        )
        return found.map(({ id, ...rest }) => ({ ...rest, ...(id !== null && { id }) }))
      }),
  )
}
