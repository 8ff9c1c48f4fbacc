import { Type } from 'typebox'
import { within } from '#kernel/database/within.ts'
import type { Store } from '#kernel/files/store.ts'
import { choices } from '#kernel/flow/decide.ts'
import type { House } from '#kernel/flow/house.ts'
import { addFlowRoutes } from '#kernel/flow/http.ts'
import { refusal } from '#kernel/flow/refusal.ts'
import type { App } from '#kernel/http/app.ts'
import { problem, problems } from '#kernel/http/problem.ts'
import { sightOf } from '#kernel/people/actor.ts'
import { signedIn } from '#kernel/people/signedIn.ts'
import type { DistrictOf } from '#kernel/people/whoIs.ts'
import { dayOf } from '#kernel/time/zone.ts'
import { Uuid } from '#kernel/uuid.ts'
import { errands } from './capability.ts'
import { ErrandPage, Helper } from './contract/errand.ts'
import { ErrandItem } from './contract/item.ts'
import { errandFlow } from './flow.ts'
import { addPhotoRoutes } from './routes/photos.ts'
import { addRevealRoutes } from './routes/reveal.ts'
import { noFacts, show } from './show.ts'
import { helpersIn } from './store/helpers.ts'
import { listErrands } from './store/lists.ts'

const unit = Type.Optional(Type.String({ maxLength: 60 }))

/** The addresses of errands: those that their flow has, their photos, how to reach whom, the list of what one sees, and who may be asked to help. */
export function addErrandRoutes(app: App, house: House, store: Store, districtOf: DistrictOf) {
  addFlowRoutes(app, house, errands, { nobodyMay: [], districtOf })
  addPhotoRoutes(app, house, store)
  addRevealRoutes(app, house)
  const tags = ['errands']
  const querystring = Type.Object(
    {
      open: Type.Optional(Type.Boolean()),
      done: Type.Optional(Type.Boolean({ description: 'only those that came to a good end' })),
      kind: Type.Optional(ErrandItem.properties.kind),
      ...{ community: unit, street: unit },
      after: Type.Optional(Type.Unsafe<string>({ ...Uuid, description: 'the last one of the page before' })),
    },
    { additionalProperties: false },
  )
  app.get(
    '/api/errands',
    { schema: { tags, summary: '代办', querystring, response: { 200: ErrandPage, ...problems } } },
    async (request) =>
      signedIn(house)(request, ({ actor }) =>
        within(house.database, { as: 'read', district: actor.district, sight: sightOf(actor) }, async (connection) => {
          const { items, more } = await listErrands(connection, actor.district, request.query)
          const calendar = await house.calendarOf(connection, actor.district)
          const context = { ...noFacts, actor, now: house.clock(), calendar, others: [], fresh: () => '' }
          // A list never opens what somebody wrote.
          const rows = items.map((item) => {
            const { name: _name, phone: _phone, note: _note, ...seen } = show(item, context)
            return { ...seen, may: choices(errandFlow, item, context).may }
          })
          return { rows, more }
        }),
      ),
  )
  app.get(
    '/api/errand-helpers',
    { schema: { tags, summary: '可以代办的岗位', response: { 200: Type.Array(Helper), ...problems } } },
    async (request) =>
      signedIn(house)(request, async ({ actor: { district, role, unit: at } }) =>
        (role === 'communitySecretary' || role === 'communityWorker') && at !== undefined
          ? within(house.database, { as: 'command', district }, (connection) =>
              helpersIn(connection, district, at, dayOf(house.clock())),
            )
          : problem(refusal('notYou', '只有社区工作人员安排代办员', 'only the community names helpers')),
      ),
  )
}
