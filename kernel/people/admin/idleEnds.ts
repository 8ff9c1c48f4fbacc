import { within } from '../../database/within.ts'
import type { House } from '../../flow/house.ts'
import { refusal } from '../../flow/refusal.ts'
import type { App } from '../../http/app.ts'
import { Ok, ok } from '../../http/done.ts'
import { problem, problems } from '../../http/problem.ts'
import { postsAt } from '../contract.ts'
import { signedIn } from '../signedIn.ts'
import { mustBe } from './may.ts'
import { IdleEnds, tags } from './shown.ts'
import { allAttended, idleEndsOf, writeIdleEnds } from './store/idleEnds.ts'
import { note } from './trail.ts'

/** After how many minutes without a touch the sessions of a role end: the security administrator's to set. */
export function addIdleEndAdministration(app: App, house: House) {
  const { database, clock } = house
  const asVisitor = signedIn(house)

  app.get(
    '/api/idle-ends',
    { schema: { tags, summary: '各岗位多久无操作自动退出', response: { 200: IdleEnds, ...problems } } },
    async (request) =>
      asVisitor(request, async ({ actor }) => {
        const refused = mustBe(actor, 'securityAdmin', 'auditAdmin')
        if (refused) return problem(refused)
        const { district } = actor
        return { ends: await within(database, { as: 'command', district }, (connection) => idleEndsOf(connection, district)) }
      }),
  )

  app.put(
    '/api/idle-ends',
    { schema: { tags, summary: '设定无操作自动退出', body: IdleEnds, response: { 200: Ok, ...problems } } },
    async (request) =>
      asVisitor(request, async ({ actor }) => {
        const refused = mustBe(actor, 'securityAdmin')
        if (refused) return problem(refused)
        const { district } = actor
        const { ends } = request.body
        const unknown = ends.find(({ role }) => !(role in postsAt))
        if (unknown)
          return problem(refusal('badInput', `没有“${unknown.role}”这种岗位`, `there is no such role as "${unknown.role}"`))
        const twice = ends.find(({ role }, index) => ends.findIndex((one) => one.role === role) < index)
        if (twice) return problem(refusal('badInput', `“${twice.role}”写了两次`, `"${twice.role}" is there twice`))
        await within(database, { as: 'command', district }, async (connection) => {
          const before = await idleEndsOf(connection, district)
          await writeIdleEnds(connection, district, ends)
          await allAttended(connection, district, clock())
          await note(connection, actor, clock(), { what: 'idle ends by role', subject: 'roles', told: { before, after: ends } })
        })
        return ok
      }),
  )
}
