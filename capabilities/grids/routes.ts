import { Type } from 'typebox'
import { shownAt } from '#capabilities/portraits/index.ts'
import { within } from '#kernel/database/within.ts'
import type { House } from '#kernel/flow/house.ts'
import { refusal } from '#kernel/flow/refusal.ts'
import type { App } from '#kernel/http/app.ts'
import { problem, problems } from '#kernel/http/problem.ts'
import { type DistrictOf, visitorOf } from '#kernel/people/whoIs.ts'
import { placeOf } from '#kernel/place/routing.ts'
import { dayOf } from '#kernel/time/zone.ts'
import { cardsOf } from './cards.ts'
import { GridCard } from './contract/card.ts'
import { hangingOnGrids, livedIn, workersAt } from './store/card.ts'

/** What anybody reads of the grids around a home: who looks after them, and what for. */
export function addGridRoutes(app: App, house: House, districtOf: DistrictOf) {
  const { database, clock } = house
  const params = Type.Object({ code: Type.String({ maxLength: 200 }) })
  const Cards = Type.Object({ grids: Type.Array(GridCard) })
  app.get(
    '/api/grids/around/:code',
    { schema: { tags: ['grids'], summary: '我家所在的网格', params, response: { 200: Cards, ...problems } } },
    async (request) => {
      const visitor = await visitorOf(database, clock, request)
      const district = visitor?.actor.district ?? (await districtOf(request))
      const day = dayOf(clock())
      // As a command: who is at which post is read by name here, of these grids alone.
      return within(database, { as: 'command', district }, async (connection) => {
        const place = await placeOf(connection, district, request.params.code, day)
        if (!place)
          return problem(
            refusal('notFound', '没有这个小区或楼栋，请重新选择', 'there is no such estate or building: choose again'),
          )
        const { dedicated, grid3, grid2, grid1 } = place.where
        const codes = [dedicated, grid3, grid2, grid1].filter((code) => code !== undefined)
        const grids = await livedIn(connection, district, codes, day)
        const units = [...codes, ...grids.map(({ community }) => community)]
        const known = {
          ...(await hangingOnGrids(connection, district, codes, day)),
          ...{ grids, workers: await workersAt(connection, district, units, day) },
          photos: await shownAt(connection, district, codes, day),
        }
        return { grids: cardsOf(known, day, visitor !== undefined) }
      })
    },
  )
}
