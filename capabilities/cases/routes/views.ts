import { Type } from 'typebox'
import { within } from '#kernel/database/within.ts'
import { refusal, unlessRefused } from '#kernel/flow/refusal.ts'
import type { App } from '#kernel/http/app.ts'
import { Ok, ok } from '#kernel/http/done.ts'
import { orProblem, problem, problems } from '#kernel/http/problem.ts'
import { signedIn } from '#kernel/people/signedIn.ts'
import { Text } from '#kernel/text.ts'
import { Uuid } from '#kernel/uuid.ts'
import { KeptView } from '../contract/answers.ts'
import { countViews, forgetView, keepView, viewsFor } from '../store/views.ts'
import { type Room, tags } from './room.ts'

const most = 50
const forStaff = refusal('notYou', '只有工作人员能保存条件', 'for staff only')

/** Conditions on the table of cases, kept under a name. They say what to look for; what is found is whatever the reader's post sees. */
export function addViewRoutes(app: App, { house }: Room) {
  const { database, clock } = house
  const asVisitor = signedIn(house)

  app.get(
    '/api/cases/views',
    { schema: { tags, summary: '常用条件', response: { 200: Type.Array(KeptView), ...problems } } },
    async (request) =>
      asVisitor(request, async ({ actor, session }) => {
        if (session.kind !== 'staff') return problem(forStaff)
        return within(database, { as: 'command', district: actor.district }, (connection) => viewsFor(connection, actor))
      }),
  )

  const New = Type.Object(
    {
      name: Text(40),
      query: Type.String({ maxLength: 2000, pattern: '^[A-Za-z0-9%&=+._*~,:-]*$', description: 'as it stands in the address' }),
      shared: Type.Boolean(),
    },
    { additionalProperties: false },
  )
  app.post(
    '/api/cases/views',
    { schema: { tags, summary: '保存条件', body: New, response: { 200: Type.Object({ id: Type.String() }), ...problems } } },
    async (request) =>
      asVisitor(request, async ({ actor, session }) => {
        if (session.kind !== 'staff') return problem(forStaff)
        const kept = await within(
          database,
          { as: 'command', district: actor.district },
          async (connection) =>
            (await countViews(connection, actor)) >= most
              ? refusal('rule', `最多保存 ${most} 个，请先删去不用的`, `${most} views at most: remove some first`)
              : { id: await keepView(connection, actor, { ...request.body, name: request.body.name.trim() }, clock()) },
          unlessRefused,
        )
        return orProblem(kept)
      }),
  )

  app.delete(
    '/api/cases/views/:id',
    { schema: { tags, summary: '删去条件', params: Type.Object({ id: Uuid }), response: { 200: Ok, ...problems } } },
    async (request) =>
      asVisitor(request, async ({ actor }) => {
        const gone = await within(database, { as: 'command', district: actor.district }, (connection) =>
          forgetView(connection, actor, request.params.id),
        )
        return orProblem(gone ? ok : refusal('notFound', '没有这个条件，或不是您保存的', 'there is no such view of yours'))
      }),
  )
}
