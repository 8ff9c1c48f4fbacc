import { Type } from 'typebox'
import { within } from '#kernel/database/within.ts'
import { choices } from '#kernel/flow/decide.ts'
import type { House } from '#kernel/flow/house.ts'
import { addFlowRoutes } from '#kernel/flow/http.ts'
import type { App } from '#kernel/http/app.ts'
import { problems } from '#kernel/http/problem.ts'
import { sightOf } from '#kernel/people/actor.ts'
import { signedIn } from '#kernel/people/signedIn.ts'
import type { DistrictOf } from '#kernel/people/whoIs.ts'
import { Uuid } from '#kernel/uuid.ts'
import { applications } from './capability.ts'
import { ApplicationPage } from './contract/item.ts'
import { applicationFlow } from './flow.ts'
import { outlineOf } from './show.ts'
import { listApplications } from './store/lists.ts'

/** The addresses of applications: those that their flow has, and the list of one's own, or of one's community. */
export function addApplicationRoutes(app: App, house: House, districtOf: DistrictOf) {
  addFlowRoutes(app, house, applications, { nobodyMay: [], districtOf })
  const querystring = Type.Object(
    {
      open: Type.Optional(Type.Boolean()),
      after: Type.Optional(Type.Unsafe<string>({ ...Uuid, description: 'the last one of the page before' })),
    },
    { additionalProperties: false },
  )
  app.get(
    '/api/applications',
    { schema: { tags: ['applications'], summary: '驿站申请', querystring, response: { 200: ApplicationPage, ...problems } } },
    async (request) =>
      signedIn(house)(request, ({ actor }) =>
        within(house.database, { as: 'read', district: actor.district, sight: sightOf(actor) }, async (connection) => {
          const { district } = actor
          const { items, more } = await listApplications(connection, district, request.query)
          const calendar = await house.calendarOf(connection, district)
          const context = {
            ...{ community: undefined, stations: new Map(), isNamed: false },
            actor,
            now: house.clock(),
            calendar,
            others: [],
            fresh: () => '',
          }
          const rows = items.map((item) => ({ ...outlineOf(item, actor), may: choices(applicationFlow, item, context).may }))
          return { rows, more }
        }),
      ),
  )
}
