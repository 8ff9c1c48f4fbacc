import { Type } from 'typebox'
import { within } from '../../database/within.ts'
import type { House } from '../../flow/house.ts'
import { isRefusal, refusal } from '../../flow/refusal.ts'
import type { App } from '../../http/app.ts'
import { Ok, ok } from '../../http/done.ts'
import { problem, problems } from '../../http/problem.ts'
import { words } from '../../words.ts'
import { askAgain } from '../askAgain.ts'
import { beginSecondFactor, takeCode } from '../secondFactor.ts'
import { signedIn } from '../signedIn.ts'
import { allow, attempt } from '../throttle.ts'
import { notHere, notSignedIn } from '../whoIs.ts'
import { tags } from './reply.ts'

const allowed = allow({
  name: 'second factors',
  what: words('确认动态验证码', 'codes that confirm a second factor'),
  per: 'account',
  most: 10,
  minutes: 15,
})

/** Setting up a second factor: a secret for the authenticator, then a first code of it. */
export function addSecondFactorRoutes(app: App, house: House) {
  const { database, clock, ring } = house
  const asVisitor = signedIn(house)

  const Own = Type.Object({ password: Type.String({ minLength: 1, maxLength: 200 }) }, { additionalProperties: false })
  const Begun = Type.Object({ secret: Type.String(), uri: Type.String() })
  app.post(
    '/api/session/second-factor',
    { schema: { tags, summary: '开始设置动态验证码', body: Own, response: { 200: Begun, ...problems } } },
    async (request) =>
      asVisitor(request, async (visitor) => {
        if (visitor.session.kind !== 'staff') return problem(notSignedIn)
        if (visitor.withheld) return problem(notHere)
        if (visitor.account?.totpConfirmed)
          return problem(
            refusal('rule', '已设置，如需更换请联系安全管理员', 'it is set up: ask the security administrator to change it'),
          )
        const { district, id, name } = visitor.actor
        const account = await askAgain(house, visitor.actor, request.body.password)
        if (isRefusal(account)) return problem(account)
        return within(database, { as: 'command', district }, (connection) =>
          beginSecondFactor(connection, ring, district, id, name),
        )
      }),
  )

  const Code = Type.Object({ code: Type.String({ pattern: '^[0-9]{6}$' }) }, { additionalProperties: false })
  app.post(
    '/api/session/second-factor/confirm',
    { schema: { tags, summary: '确认动态验证码', body: Code, response: { 200: Ok, ...problems } } },
    async (request) =>
      asVisitor(request, async (visitor) => {
        if (visitor.session.kind !== 'staff') return problem(notSignedIn)
        const { district, id } = visitor.actor
        const slowed = await attempt(database, district, allowed, id, clock())
        if (slowed) return problem(slowed)
        const asked = { district, account: id, code: request.body.code }
        const taken = await within(database, { as: 'command', district }, (connection) =>
          takeCode(connection, ring, asked, clock()),
        )
        return taken
          ? ok
          : problem(refusal('notSignedIn', '验证码不正确，请看手机上最新的一个', 'this code is wrong: use the latest one'))
      }),
  )
}
