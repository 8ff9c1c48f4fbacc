import { Type } from 'typebox'
import { within } from '#kernel/database/within.ts'
import type { Store } from '#kernel/files/store.ts'
import type { House } from '#kernel/flow/house.ts'
import { addFlowRoutes } from '#kernel/flow/http.ts'
import { refusal } from '#kernel/flow/refusal.ts'
import type { App } from '#kernel/http/app.ts'
import { problem, problems } from '#kernel/http/problem.ts'
import { isOfCommunity } from '#kernel/people/roles.ts'
import { signedIn } from '#kernel/people/signedIn.ts'
import type { DistrictOf } from '#kernel/people/whoIs.ts'
import { dayOf } from '#kernel/time/zone.ts'
import { errands } from './capability.ts'
import { Helper } from './contract/errand.ts'
import { addFigureRoutes } from './routes/figures.ts'
import { addListRoutes } from './routes/lists.ts'
import { addPhotoRoutes } from './routes/photos.ts'
import { addRevealRoutes } from './routes/reveal.ts'
import { helpersIn } from './store/helpers.ts'

/** The addresses of errands: those that their flow has, their photos, how to reach whom, the list of what one sees, and who may be asked to help. */
export function addErrandRoutes(app: App, house: House, store: Store, districtOf: DistrictOf) {
  addFlowRoutes(app, house, errands, { nobodyMay: [], districtOf })
  addListRoutes(app, house)
  addFigureRoutes(app, house)
  addPhotoRoutes(app, house, store)
  addRevealRoutes(app, house)
  const tags = ['errands']
  app.get(
    '/api/errand-helpers',
    { schema: { tags, summary: '可以代办的岗位', response: { 200: Type.Array(Helper), ...problems } } },
    async (request) =>
      signedIn(house)(request, async ({ actor }) => {
        const { district, unit: at } = actor
        return isOfCommunity(actor) && at !== undefined
          ? within(house.database, { as: 'command', district }, (connection) =>
              helpersIn(connection, district, at, dayOf(house.clock())),
            )
          : problem(refusal('notYou', '只有社区工作人员安排代办员', 'only the community names helpers'))
      }),
  )
}
