import { Type } from 'typebox'
import { within } from '../../database/within.ts'
import type { House } from '../../flow/house.ts'
import type { App } from '../../http/app.ts'
import { problem, problems } from '../../http/problem.ts'
import { signedIn } from '../signedIn.ts'
import { mustBe } from './may.ts'
import { pageOf, SignIns, tags } from './shown.ts'
import { signInsBefore } from './store/signIns.ts'

const most = 100

/** Who of the staff came in, left, or was not let in: for the audit administrator. Of residents nothing of the kind is kept. */
export function addSignInAudit(app: App, { database, clock }: House) {
  const asVisitor = signedIn({ database, clock })
  const Asked = Type.Object(
    {
      account: Type.Optional(Type.String({ maxLength: 60 })),
      refused: Type.Optional(Type.Boolean()),
      before: Type.Optional(Type.String({ format: 'uuid' })),
    },
    { additionalProperties: false },
  )
  app.get(
    '/api/people/sign-ins',
    { schema: { tags, summary: '工作人员登录记录', querystring: Asked, response: { 200: SignIns, ...problems } } },
    async (request) =>
      asVisitor(request, async ({ actor }) => {
        const refused = mustBe(actor, 'auditAdmin')
        if (refused) return problem(refused)
        const { district } = actor
        const read = await within(database, { as: 'command', district }, (connection) =>
          signInsBefore(connection, district, request.query, most + 1),
        )
        const { page, more } = pageOf(read, most)
        return {
          rows: page.map(({ at, account, name, ...row }) => ({
            ...row,
            at: at.toISOString(),
            ...(account !== null && { account }),
            ...(name !== null && { name }),
          })),
          ...more,
        }
      }),
  )
}
