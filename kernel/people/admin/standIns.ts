import { Type } from 'typebox'
import { within } from '../../database/within.ts'
import type { House } from '../../flow/house.ts'
import { refusal } from '../../flow/refusal.ts'
import type { App } from '../../http/app.ts'
import { problem, problems } from '../../http/problem.ts'
import { dayOf } from '../../time/zone.ts'
import { signedIn } from '../signedIn.ts'
import { mayNameStandIn } from './may.ts'
import { StandIns, shownPost, tags } from './shown.ts'
import { postThere } from './store/posts.ts'
import { candidatesFor, standInsAt } from './store/standIns.ts'

const noPost = refusal('notFound', '没有这个岗位任职，或已结束', 'there is no such post, or it has ended')
const most = 30

/** Who stands in at a post and who could, for whoever may name them. */
export function addStandInLists(app: App, house: House) {
  const { database, clock } = house
  const asVisitor = signedIn(house)
  const params = Type.Object({ id: Type.String({ maxLength: 100 }) })
  const querystring = Type.Object(
    { search: Type.Optional(Type.String({ minLength: 1, maxLength: 40 })) },
    { additionalProperties: false },
  )
  app.get(
    '/api/posts/:id/stand-ins',
    { schema: { tags, summary: '谁在代班、谁可以代班', params, querystring, response: { 200: StandIns, ...problems } } },
    async (request) =>
      asVisitor(request, async ({ actor }) => {
        const { district, role } = actor
        const day = dayOf(clock())
        return within(database, { as: 'command', district }, async (connection) => {
          const post = await postThere(connection, district, request.params.id, day)
          if (!post) return problem(noPost)
          const refused = mayNameStandIn(actor, post)
          if (refused) return problem(refused)
          const named = await standInsAt(connection, district, post, day)
          const found = await candidatesFor(connection, district, post, {
            ...{ search: request.query.search, anybody: role === 'systemAdmin', by: actor, day, most: most + 1 },
          })
          return {
            named: named.map(shownPost),
            candidates: found.slice(0, most).map(({ name, unitName, ...candidate }) => ({
              ...{ ...candidate, name: name ?? '' },
              ...(unitName !== null && { unitName }),
            })),
            more: found.length > most,
          }
        })
      }),
  )
}
