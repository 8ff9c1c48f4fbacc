import { Type } from 'typebox'
import { visibleCases } from '#capabilities/cases/index.ts'
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
import { specials } from './capability.ts'
import { SpecialPage } from './contract.ts'
import { specialFlow } from './flow.ts'
import { show } from './show.ts'
import { listSpecials } from './store/lists.ts'

/** The addresses of special tasks: those that their flow has, and the list of what a post sees. */
export function addSpecialRoutes(app: App, house: House, districtOf: DistrictOf) {
  addFlowRoutes(app, house, specials, { nobodyMay: [], districtOf })
  const querystring = Type.Object(
    {
      open: Type.Optional(Type.Boolean()),
      after: Type.Optional(Type.Unsafe<string>({ ...Uuid, description: 'the last one of the page before' })),
    },
    { additionalProperties: false },
  )
  app.get(
    '/api/specials',
    { schema: { tags: ['specials'], summary: '专项任务', querystring, response: { 200: SpecialPage, ...problems } } },
    async (request) =>
      signedIn(house)(request, ({ actor }) =>
        within(house.database, { as: 'read', district: actor.district, sight: sightOf(actor) }, async (connection) => {
          const { district } = actor
          const { items, more } = await listSpecials(connection, district, request.query)
          const visible = await visibleCases(
            connection,
            district,
            items.flatMap(({ cases }) => cases.map(({ id }) => id)),
          )
          const calendar = await house.calendarOf(connection, district)
          const context = { visible, actor, now: house.clock(), calendar, others: [], fresh: () => '' }
          const rows = items.map((item) => ({ ...show(item, context), may: choices(specialFlow, item, context).may }))
          return { rows, more }
        }),
      ),
  )
}
