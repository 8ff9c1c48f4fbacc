import { Type } from 'typebox'
import { within } from '../../database/within.ts'
import type { House } from '../../flow/house.ts'
import { refusal } from '../../flow/refusal.ts'
import type { App } from '../../http/app.ts'
import { Ok, ok } from '../../http/done.ts'
import { orProblem, problems } from '../../http/problem.ts'
import { endSessions, sessionsOf } from '../sessions.ts'
import { SessionRows, shownSessions } from '../shown.ts'
import { signedIn } from '../signedIn.ts'
import { tags } from './reply.ts'

/** The devices that somebody is signed in on, each of which they can sign out. */
export function addSessionsRoutes(app: App, house: House) {
  const { database, clock } = house
  const asVisitor = signedIn(house)

  app.get(
    '/api/sessions',
    { schema: { tags, summary: '我的登录', response: { 200: SessionRows, ...problems } } },
    async (request) =>
      asVisitor(request, async (visitor) => {
        const { district, id } = visitor.actor
        const rows = await within(database, { as: 'command', district }, (connection) =>
          sessionsOf(connection, district, id, clock(), visitor.session.token),
        )
        return shownSessions(rows)
      }),
  )

  const One = Type.Object({ id: Type.String({ maxLength: 40 }) })
  app.delete(
    '/api/sessions/:id',
    { schema: { tags, summary: '结束一个登录', params: One, response: { 200: Ok, ...problems } } },
    async (request) =>
      asVisitor(request, async (visitor) => {
        const { district, id } = visitor.actor
        const ended = await within(database, { as: 'command', district }, (connection) =>
          endSessions(connection, district, id, { id: request.params.id }, clock()),
        )
        return orProblem(
          ended > 0 ? ok : refusal('notFound', '没有这个登录，或已结束', 'there is no such session, or it has ended'),
        )
      }),
  )
}
