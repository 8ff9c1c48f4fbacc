import { Type } from 'typebox'
import { within } from '#kernel/database/within.ts'
import type { House } from '#kernel/flow/house.ts'
import { addFlowRoutes } from '#kernel/flow/http.ts'
import { isRefusal, refusal } from '#kernel/flow/refusal.ts'
import { see } from '#kernel/flow/see.ts'
import { viewSchema } from '#kernel/flow/view.ts'
import type { App } from '#kernel/http/app.ts'
import { problem, problems } from '#kernel/http/problem.ts'
import { ownSight } from '#kernel/people/actor.ts'
import { signedIn } from '#kernel/people/signedIn.ts'
import type { DistrictOf } from '#kernel/people/whoIs.ts'
import { namesAt, unitAt } from '#kernel/place/store/find.ts'
import { dayOf } from '#kernel/time/zone.ts'
import { declarationOf, declarations } from './capability.ts'
import { Unit } from './contract/branch.ts'
import { EstateBranch } from './contract/seen.ts'
import { declarationFlow } from './flow.ts'
import { addDeclaredRoutes } from './routes/declared.ts'
import { addMemberRoutes } from './routes/members.ts'
import { addTendingRoutes } from './routes/tending.ts'
import { areasAt } from './store/areas.ts'
import { branchOf } from './store/covered.ts'
import { memberCounts } from './store/members.ts'

/** The addresses of declarations, what residents read of the branch where they live, and what those read who tend it. */
export function addBranchRoutes(app: App, house: House, districtOf: DistrictOf) {
  const { database, clock, ring } = house
  const tags = ['branches']
  addFlowRoutes(app, house, declarations, { nobodyMay: [], districtOf })
  addTendingRoutes(app, house)
  addDeclaredRoutes(app, house)
  addMemberRoutes(app, house)

  const Mine = Type.Object({ id: Type.String(), view: Type.Optional(viewSchema(declarationFlow)) })
  app.get(
    '/api/declarations/mine',
    { schema: { tags, summary: '我亮的身份', response: { 200: Mine, ...problems } } },
    async (request) =>
      signedIn(house)(request, async ({ actor }) => {
        const id = declarationOf(actor.district, actor.id)
        const view = await see(house, declarations, actor, id)
        return { id, ...(!isRefusal(view) && { view }) }
      }),
  )

  app.get(
    '/api/branches/at/:estate',
    {
      schema: {
        ...{ tags, summary: '小区的党支部和责任区', params: Type.Object({ estate: Unit }) },
        response: { 200: EstateBranch, ...problems },
      },
    },
    async (request) =>
      signedIn(house)(request, async ({ actor: { district, id } }) => {
        const found = await within(database, { as: 'read', district, sight: ownSight(id) }, async (connection) => {
          const day = dayOf(clock())
          const unit = await unitAt(connection, district, request.params.estate, day)
          if (unit?.kind !== 'estate') return problem(noEstate)
          const branch = await branchOf(connection, district, unit.code, day)
          const areas = await areasAt(connection, ring, district, [unit.code])
          const estate = { code: unit.code, name: unit.name }
          if (!branch) return { estate, areas }
          const { code, name, kind, secretary, organisations, source, groups, estates } = branch
          const called = await namesAt(connection, district, [...estates, ...groups.flatMap(({ buildings }) => buildings)], day)
          const named = (some: readonly string[]) => some.map((one) => ({ code: one, name: called.get(one) ?? one }))
          const shown = {
            ...{ code, name, kind, secretary, estates: named(estates) },
            ...(organisations && { organisations }),
            ...(source && { source }),
            groups: groups.map((group) => ({ ...group, buildings: named(group.buildings) })),
          }
          return { estate, branch: shown, areas }
        })
        if (!('branch' in found)) return found
        // Of the members anybody who lives there reads how many there are, and no more.
        const { code } = found.branch
        const counts = await within(database, { as: 'command', district }, (connection) =>
          memberCounts(connection, district, [code]),
        )
        return { ...found, branch: { ...found.branch, members: counts.get(code)?.members ?? 0 } }
      }),
  )
}

const noEstate = refusal('notFound', '没有这个小区，请另选', 'there is no such estate: choose another')
