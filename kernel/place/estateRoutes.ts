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
import { mentionedBuilding, mentionedEstates } from './mentioned.ts'
import { aboutHere, here } from './near.ts'
import { ownBy } from './routing.ts'
import { Estates } from './shown.ts'
import { estatesOn } from './store/estates.ts'
import { buildingsOf } from './store/find.ts'

const page = 60
/** How many places words are said to mention. */
const mentioned = 5

/** Choosing an estate: those whose names have what is typed, the nearest first where the phone says about where it is; and those that words mention. */
export function addEstateRoutes(app: App, house: House, districtOf: DistrictOf) {
  const { database, clock } = house
  const Query = Type.Object(
    {
      search: Type.Optional(Type.String({ maxLength: 60 })),
      parent: Type.Optional(Type.String({ maxLength: 60 })),
      own: Type.Optional(Type.String({ maxLength: 60, description: 'one’s own unit or grid: what lies there comes first' })),
      ...here,
    },
    { additionalProperties: false },
  )
  app.get(
    '/api/places/estates',
    { schema: { tags: ['places'], summary: '选小区', querystring: Query, response: { 200: Estates, ...problems } } },
    async (request) => {
      const { search = '', parent, own, ...at } = request.query
      const about = aboutHere(at)
      if (about && 'problem' in about) return problem(refusal('badInput', about.problem.zh, about.problem.en))
      const district = await districtFor(house, districtOf, request)
      const reading = { as: 'read', district, sight: ownSight() } as const
      const day = dayOf(clock())
      const found = await within(database, reading, async (connection) => {
        const estates = await estatesOn(connection, district, day, parent)
        return inOrder(estates, search, { here: about, own: await ownBy(connection, district, own, day) })
      })
      return {
        rows: found.slice(0, page).map(({ point: _, ...estate }) => ({ ...estate, kind: 'estate' })),
        more: found.length > page,
      }
    },
  )

  const Words = Type.Object(
    { words: Type.String({ maxLength: 5000 }), community: Type.Optional(Type.String({ maxLength: 60 })) },
    { additionalProperties: false },
  )
  const Mentioned = Type.Object({
    rows: Type.Array(Type.Object({ code: Type.String(), label: Type.String(), communityName: Type.Optional(Type.String()) }), {
      description: 'the longest mention first; the building where its number is said',
    }),
  })
  app.post(
    '/api/places/mentioned',
    { schema: { tags: ['places'], summary: '文字里提到的小区楼栋', body: Words, response: { 200: Mentioned, ...problems } } },
    async (request) => {
      const { words, community } = request.body
      const district = await districtFor(house, districtOf, request)
      const day = dayOf(clock())
      return within(database, { as: 'read', district, sight: ownSight() }, async (connection) => {
        const estates = mentionedEstates(words, await estatesOn(connection, district, day, community), mentioned)
        const codes = estates.map(({ code }) => code)
        const buildings = await buildingsOf(connection, district, codes, day)
        const rows = estates.map(({ code, name, communityName }) => {
          const building = mentionedBuilding(words, buildings.get(code) ?? [])
          return {
            ...(building ? { code: building.code, label: `${name}${building.name}` } : { code, label: name }),
            ...(communityName !== undefined && { communityName }),
          }
        })
        return { rows }
      })
    },
  )
}
