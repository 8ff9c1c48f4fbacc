import { Type } from 'typebox'
import { within } from '../../database/within.ts'
import type { House } from '../../flow/house.ts'
import { refusal, unlessRefused } from '../../flow/refusal.ts'
import type { App } from '../../http/app.ts'
import { Ok, ok } from '../../http/done.ts'
import { orProblem, problems } from '../../http/problem.ts'
import { Text } from '../../text.ts'
import { dayOf } from '../../time/zone.ts'
import { signedIn } from '../signedIn.ts'
import { mayResetSecondFactor } from './may.ts'
import { tags } from './shown.ts'
import { forgetSecondFactor, isStaffThere, peopleOf } from './store/people.ts'
import { note } from './trail.ts'

const noPerson = refusal('notFound', '没有这个人，或已停用', 'there is no such person, or their account has ended')

/** A lost second factor is taken away by the security administrator, who says why; its owner sets up a new one at the next sign-in. */
export function addSecondFactorAdministration(app: App, house: House) {
  const { database, clock } = house
  const asVisitor = signedIn(house)
  const Id = Type.Object({ id: Type.String({ maxLength: 60 }) })
  const Why = Type.Object({ reason: Text(200) }, { additionalProperties: false })
  app.post(
    '/api/people/:id/second-factor/reset',
    { schema: { tags, summary: '重置丢失的动态口令', params: Id, body: Why, response: { 200: Ok, ...problems } } },
    async (request) =>
      asVisitor(request, async ({ actor }) => {
        const { district } = actor
        const { id } = request.params
        const reason = request.body.reason.trim()
        const now = clock()
        const day = dayOf(now)
        const done = await within(
          database,
          { as: 'command', district },
          async (connection) => {
            // Whoever may not is told so before they learn who is there.
            const notYou = mayResetSecondFactor(actor, { id, secondFactor: true })
            if (notYou) return notYou
            if (!(await isStaffThere(connection, district, id, day))) return noPerson
            const [person] = await peopleOf(connection, actor, { id, most: 1, day })
            const refused = person ? mayResetSecondFactor(actor, person) : noPerson
            if (refused) return refused
            await forgetSecondFactor(connection, district, id, now)
            await note(connection, actor, now, { what: 'second factor reset', subject: id, told: { reason } })
            return ok
          },
          unlessRefused,
        )
        return orProblem(done)
      }),
  )
}
