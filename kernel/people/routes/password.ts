import { Type } from 'typebox'
import { within } from '../../database/within.ts'
import type { House } from '../../flow/house.ts'
import { isRefusal, refusal } from '../../flow/refusal.ts'
import type { App } from '../../http/app.ts'
import { Ok, ok } from '../../http/done.ts'
import { problem, problems } from '../../http/problem.ts'
import { namesAt } from '../../place/store/find.ts'
import { dayOf } from '../../time/zone.ts'
import { setPassword } from '../accounts.ts'
import { askAgain } from '../askAgain.ts'
import { hashPassword } from '../password.ts'
import { endSessions } from '../sessions.ts'
import { signedIn } from '../signedIn.ts'
import { weakness } from '../weakness.ts'
import { notHere, notSignedIn } from '../whoIs.ts'
import { tags } from './reply.ts'

/** A new password, for whoever knows the old one. It ends their other sessions. */
export function addPasswordRoutes(app: App, house: House) {
  const { database, clock } = house
  const asVisitor = signedIn(house)

  const Change = Type.Object(
    { old: Type.String({ maxLength: 200 }), password: Type.String({ maxLength: 200 }) },
    { additionalProperties: false },
  )
  app.post(
    '/api/session/password',
    { schema: { tags, summary: '修改密码', body: Change, response: { 200: Ok, ...problems } } },
    async (request) =>
      asVisitor(request, async (visitor) => {
        if (visitor.session.kind !== 'staff') return problem(notSignedIn)
        if (visitor.withheld) return problem(notHere)
        const { district, id } = visitor.actor
        const { old, password } = request.body
        const account = await askAgain(house, visitor.actor, old)
        if (isRefusal(account)) return problem(account)
        const named = await within(database, { as: 'command', district }, (connection) =>
          namesAt(connection, district, [district], dayOf(clock())),
        )
        if (password.normalize('NFKC') === old.normalize('NFKC'))
          return problem(refusal('badInput', '新密码要和原密码不一样', 'the new password is the old one: take another'))
        const weak = await weakness(password, [account.signInName ?? '', account.displayName ?? '', district, ...named.values()])
        if (weak) return problem(refusal('badInput', weak.zh, weak.en))
        const hashed = await hashPassword(password)
        await within(database, { as: 'command', district }, async (connection) => {
          await setPassword(connection, district, id, hashed)
          await endSessions(connection, district, id, { allBut: visitor.session.token }, clock())
        })
        return ok
      }),
  )
}
