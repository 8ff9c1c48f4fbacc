import { carrierOf, networksOf } from '#capabilities/grids/index.ts'
import { within } from '#kernel/database/within.ts'
import { choices } from '#kernel/flow/decide.ts'
import type { House } from '#kernel/flow/house.ts'
import { addFlowRoutes } from '#kernel/flow/http.ts'
import { refusal } from '#kernel/flow/refusal.ts'
import type { App } from '#kernel/http/app.ts'
import { problem, problems } from '#kernel/http/problem.ts'
import { sightOf } from '#kernel/people/actor.ts'
import { signedIn } from '#kernel/people/signedIn.ts'
import type { DistrictOf } from '#kernel/people/whoIs.ts'
import { gridAt } from '#kernel/place/store/find.ts'
import { dayOf } from '#kernel/time/zone.ts'
import { visits } from './capability.ts'
import { DueList } from './contract.ts'
import { dueIn } from './due.ts'
import { rowOf, visitFlow } from './flow.ts'
import { addDutyRoutes } from './routes/duties.ts'
import { lastDoneIn } from './store/duties.ts'
import { visitsOf } from './store/visits.ts'

/** How many of the latest visits are shown beside what is due. */
const shown = 20

/** The addresses of visits: those that their flow has, and what is due in the grid of one's post. */
export function addVisitRoutes(app: App, house: House, districtOf: DistrictOf) {
  addFlowRoutes(app, house, visits, { nobodyMay: [], districtOf })
  addDutyRoutes(app, house)
  app.get(
    '/api/visits/due',
    { schema: { tags: ['visits'], summary: '我的网格该走访什么', response: { 200: DueList, ...problems } } },
    async (request) =>
      signedIn(house)(request, ({ actor }) =>
        within(house.database, { as: 'read', district: actor.district, sight: sightOf(actor) }, async (connection) => {
          const { district, unit, role } = actor
          const today = dayOf(house.clock())
          const isWorker = role === 'gridWorker' || role === 'gridLeader'
          const grid = isWorker && unit !== undefined ? await gridAt(connection, district, unit, today) : undefined
          if (!grid)
            return problem(
              refusal(
                'notYou',
                '走访清单是网格员、网格长的，请切换到网格岗位',
                'what is due is for grid workers and leaders: switch to such a post',
              ),
            )
          const since = Temporal.PlainDate.from(today).subtract({ months: 18 }).toString()
          const last = await lastDoneIn(connection, district, { grids: [grid.code], since })
          const networks = await networksOf(connection, district, today)
          const due = dueIn(networks, carrierOf(grid), last.get(grid.code) ?? new Map(), today)
          const calendar = await house.calendarOf(connection, district)
          const context = { grid, carried: new Set<string>(), actor, now: house.clock(), calendar, others: [], fresh: () => '' }
          const made = await visitsOf(connection, district, grid.code, shown)
          const rows = made.map((item) => ({ ...rowOf(item), may: choices(visitFlow, item, context).may }))
          return { grid: grid.code, name: grid.name, today, due, visits: rows }
        }),
      ),
  )
}
