import { Type } from 'typebox'
import { within } from '../../database/within.ts'
import type { House } from '../../flow/house.ts'
import { refusal } from '../../flow/refusal.ts'
import type { App } from '../../http/app.ts'
import { Ok, ok } from '../../http/done.ts'
import { problem, problems } from '../../http/problem.ts'
import { takeToken } from '../cookie.ts'
import { endSession, switchPost } from '../sessions.ts'
import { Me } from '../shown.ts'
import { signedIn } from '../signedIn.ts'
import { type DistrictOf, notHere, visitorOf } from '../whoIs.ts'
import { asMe } from './me.ts'
import { tags } from './reply.ts'

/** The session that a request comes with: who that is, at which post, and the way out. */
export function addSessionRoutes(app: App, house: House, districtOf: DistrictOf) {
  const { database, clock } = house
  const asVisitor = signedIn(house)

  app.get('/api/session', { schema: { tags, summary: '我是谁', response: { 200: Me, ...problems } } }, async (request) =>
    asMe(await visitorOf(database, clock, request), await districtOf(request)),
  )

  app.delete(
    '/api/session',
    { schema: { tags, summary: '退出', response: { 200: Ok, ...problems } } },
    async (request, reply) => {
      const visitor = await visitorOf(database, clock, request)
      takeToken(request, reply)
      if (visitor) {
        const { actor, session } = visitor
        await within(database, { as: 'command', district: actor.district }, (connection) =>
          endSession(connection, actor.district, session.token, clock()),
        )
      }
      return ok
    },
  )

  const Chosen = Type.Object({ post: Type.String({ maxLength: 100 }) }, { additionalProperties: false })
  app.post(
    '/api/session/post',
    { schema: { tags, summary: '切换岗位', body: Chosen, response: { 200: Me, ...problems } } },
    async (request) =>
      asVisitor(request, async (visitor) => {
        const { district } = visitor.actor
        if (!visitor.posts.some(({ id }) => id === request.body.post))
          return problem(visitor.withheld ? notHere : refusal('notYou', '您没有这个岗位', 'you are not at that post'))
        await within(database, { as: 'command', district }, (connection) =>
          switchPost(connection, district, visitor.session.token, request.body.post),
        )
        return asMe(await visitorOf(database, clock, request), district)
      }),
  )
}
