import { Type } from 'typebox'
import { within } from '../database/within.ts'
import type { House } from '../flow/house.ts'
import type { App } from '../http/app.ts'
import { problem, problems } from '../http/problem.ts'
import { sightOf } from '../people/actor.ts'
import { signedIn } from '../people/signedIn.ts'
import { briefOf, type Chapter, mayBrief } from './brief.ts'
import { describe, mayNotCount } from './serve.ts'
import { Brief } from './shown.ts'

const Code = Type.Optional(Type.String({ minLength: 1, maxLength: 60 }))
const Asked = Type.Object({ street: Code, community: Code }, { additionalProperties: false })
/** The address of the work brief: the figures of each system of the district, for whoever asks, each with the way to its rows. */
export function addBriefRoutes(app: App, house: House, chapters: readonly Chapter[]) {
  const { database, clock } = house
  app.get(
    '/api/brief',
    { schema: { tags: ['metrics'], summary: '工作简报', querystring: Asked, response: { 200: Brief, ...problems } } },
    async (request) =>
      signedIn(house)(request, async ({ actor }) => {
        const refused = mayNotCount(actor)
        if (refused) return problem(refused)
        const own = chapters.filter((chapter) => mayBrief(actor, chapter))
        const now = clock()
        const scope = { as: 'read', district: actor.district, sight: sightOf(actor) } as const
        const told = await within(database, scope, async (connection) => {
          const found = []
          for (const chapter of own) {
            const lines = await briefOf(connection, chapter, { actor, now, ...request.query })
            const figures = lines.map(({ metric, ...figure }) => ({ ...describe(metric), ...figure }))
            found.push({ system: chapter.system, label: chapter.label, figures })
          }
          return found
        })
        return { asOf: now.toString(), chapters: told }
      }),
  )
}
