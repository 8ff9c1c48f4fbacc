import { Type } from 'typebox'
import { personas } from '#demo/personas.ts'
import type { Message } from '#gateways/sms/console.ts'
import { within } from '#kernel/database/within.ts'
import type { House } from '#kernel/flow/house.ts'
import { refusal } from '#kernel/flow/refusal.ts'
import type { App } from '#kernel/http/app.ts'
import { problem, problems } from '#kernel/http/problem.ts'
import { accountOf, homeOf } from '#kernel/people/accounts.ts'
import { handToken } from '#kernel/people/cookie.ts'
import { startSession } from '#kernel/people/sessions.ts'
import { Words } from '#kernel/words.ts'

const Persona = Type.Object({
  account: Type.String(),
  name: Type.String(),
  role: Type.String(),
  unitName: Type.String(),
  words: Words,
})

/** What was sent to telephones lately, the latest first. */
const Sent = Type.Array(Type.Object({ to: Type.String(), purpose: Type.String(), code: Type.String() }))

/** Signing in with one click as one of the demo's people, and what would have come to their telephones. Where there is no demo district, these addresses know nobody. */
export function addDemoRoutes(app: App, { database, clock }: House, demo: boolean, messages: readonly Message[]) {
  const tags = ['demo']
  const Demo = Type.Object({ demo: Type.Boolean(), personas: Type.Array(Persona), messages: Sent })
  app.get('/api/demo', { schema: { tags, summary: '演示人物', response: { 200: Demo, ...problems } } }, () => ({
    demo,
    personas: demo ? [...personas] : [],
    messages: demo ? messages.slice(0, 5) : [],
  }))

  const Chosen = Type.Object({ account: Type.String({ maxLength: 40 }) }, { additionalProperties: false })
  const Ok = Type.Object({ ok: Type.Literal(true) })
  app.post(
    '/api/demo/session',
    { schema: { tags, summary: '以演示人物登录', body: Chosen, response: { 200: Ok, ...problems } } },
    async (request, reply) => {
      const name = request.body.account
      if (!demo || !personas.some(({ account }) => account === name))
        return problem(refusal('notFound', '没有这个演示人物', 'there is no such demo persona'))
      const home = await within(database, { as: 'command', district: '' }, (connection) => homeOf(connection, name))
      const token =
        home &&
        (await within(database, { as: 'command', district: home.home }, async (connection) => {
          const account = await accountOf(connection, home.home, home.account, clock())
          // Only accounts made for the demo, whatever they are called.
          return account?.demo
            ? startSession(connection, home.home, { account: account.id, kind: account.kind, device: 'demo' }, clock())
            : undefined
        }))
      if (!token) return problem(refusal('notFound', '没有这个演示人物', 'there is no such demo persona'))
      await handToken({ database, clock }, request, reply, token)
      return { ok: true as const }
    },
  )
}
