import { Type } from 'typebox'
import { visibleCases } from '#capabilities/cases/index.ts'
import type { Connection } from '#kernel/database/open.ts'
import { within } from '#kernel/database/within.ts'
import type { House } from '#kernel/flow/house.ts'
import { addFlowRoutes } from '#kernel/flow/http.ts'
import type { App } from '#kernel/http/app.ts'
import { problems } from '#kernel/http/problem.ts'
import { sightOf } from '#kernel/people/actor.ts'
import { signedIn } from '#kernel/people/signedIn.ts'
import type { DistrictOf } from '#kernel/people/whoIs.ts'
import { specials } from './capability.ts'
import { SeenSpecial, type Special } from './contract.ts'
import { show } from './show.ts'
import { listSpecials } from './store/lists.ts'

/** The addresses of special tasks: those that their flow has, and the list of what a post sees. */
export function addSpecialRoutes(app: App, house: House, districtOf: DistrictOf) {
  addFlowRoutes(app, house, specials, { nobodyMay: [], districtOf })
  const querystring = Type.Object({ open: Type.Optional(Type.Boolean()) }, { additionalProperties: false })
  app.get(
    '/api/specials',
    { schema: { tags: ['specials'], summary: '专项任务', querystring, response: { 200: Type.Array(SeenSpecial), ...problems } } },
    async (request) =>
      signedIn(house)(request, ({ actor }) =>
        within(house.database, { as: 'read', district: actor.district, sight: sightOf(actor) }, async (connection) =>
          seenOf(connection, actor.district, await listSpecials(connection, actor.district, request.query.open)),
        ),
      ),
  )
}

async function seenOf(connection: Connection, district: string, rows: readonly Special[]): Promise<SeenSpecial[]> {
  const ids = rows.flatMap(({ cases }) => cases.map(({ id }) => id))
  const visible = await visibleCases(connection, district, ids)
  return rows.map((special) => show(special, { visible }))
}
