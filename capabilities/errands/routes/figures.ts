import { Type } from 'typebox'
import { within } from '#kernel/database/within.ts'
import type { House } from '#kernel/flow/house.ts'
import { refusal } from '#kernel/flow/refusal.ts'
import type { App } from '#kernel/http/app.ts'
import { problem, problems } from '#kernel/http/problem.ts'
import { mayBrief } from '#kernel/metric/brief.ts'
import { count } from '#kernel/metric/count.ts'
import { nothingKept } from '#kernel/metric/definition.ts'
import { figureOf, figuresOf } from '#kernel/metric/figure.ts'
import { describe } from '#kernel/metric/serve.ts'
import { ToldFigure } from '#kernel/metric/shown.ts'
import { sightOf } from '#kernel/people/actor.ts'
import { signedIn } from '#kernel/people/signedIn.ts'
import { errandFigures } from '../metrics.ts'

/** What was done and what it saved, kind by kind, of the reader's own units. */
export function addFigureRoutes(app: App, house: House) {
  const { database, clock } = house
  app.get(
    '/api/errands/figures',
    { schema: { tags: ['errands'], summary: '代办的数', response: { 200: Type.Array(ToldFigure), ...problems } } },
    async (request) =>
      signedIn(house)(request, async ({ actor }) => {
        if (!mayBrief(actor, { metrics: errandFigures }))
          return problem(refusal('notYou', '您的岗位不能查看代办的数', 'your post does not count errands'))
        const now = clock()
        const frame = { actor, now, by: 'category' } as const
        return within(database, { as: 'read', district: actor.district, sight: sightOf(actor) }, async (connection) => {
          const told = []
          for (const metric of errandFigures) {
            const { whole, groups } = await count(connection, metric, frame, nothingKept)
            told.push({
              ...{ ...describe(metric), ...figureOf(metric, frame, whole), asOf: now.toString(), by: frame.by },
              groups: figuresOf(metric, frame, groups),
            })
          }
          return told
        })
      }),
  )
}
