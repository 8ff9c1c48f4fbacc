import { Type } from 'typebox'
import { within } from '../database/within.ts'
import type { House } from '../flow/house.ts'
import { refusal } from '../flow/refusal.ts'
import type { App } from '../http/app.ts'
import { problem, problems } from '../http/problem.ts'
import { ownSight } from '../people/actor.ts'
import { type DistrictOf, districtFor } from '../people/whoIs.ts'
import { dayOf } from '../time/zone.ts'
import { inOrder } from './estates.ts'
import { aboutHere, here } from './near.ts'
import { Estates } from './shown.ts'
import { estatesOn } from './store/estates.ts'

const page = 60

/** Choosing an estate: those whose names have what is typed, the nearest first where the phone says about where it is. */
export function addEstateRoutes(app: App, house: House, districtOf: DistrictOf) {
  const { database, clock } = house
  const Query = Type.Object(
    { search: Type.Optional(Type.String({ maxLength: 60 })), parent: Type.Optional(Type.String({ maxLength: 60 })), ...here },
    { additionalProperties: false },
  )
  app.get(
    '/api/places/estates',
    { schema: { tags: ['places'], summary: '选小区', querystring: Query, response: { 200: Estates, ...problems } } },
    async (request) => {
      const { search = '', parent, ...at } = request.query
      const about = aboutHere(at)
      if (about && 'problem' in about) return problem(refusal('badInput', about.problem.zh, about.problem.en))
      const district = await districtFor(house, districtOf, request)
      const reading = { as: 'read', district, sight: ownSight() } as const
      const estates = await within(database, reading, (connection) => estatesOn(connection, district, dayOf(clock()), parent))
      const found = inOrder(estates, search, about)
      return {
        rows: found.slice(0, page).map(({ point: _, ...estate }) => ({ ...estate, kind: 'estate' })),
        more: found.length > page,
      }
    },
  )
}
