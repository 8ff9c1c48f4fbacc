import { Type } from 'typebox'
import { newId } from '../../database/ids.ts'
import { within } from '../../database/within.ts'
import type { House } from '../../flow/house.ts'
import { isRefusal, refusal, unlessRefused } from '../../flow/refusal.ts'
import type { App } from '../../http/app.ts'
import { Ok, ok } from '../../http/done.ts'
import { orProblem, problem, problems } from '../../http/problem.ts'
import { raiseRules } from '../../place/rules.ts'
import { Text } from '../../text.ts'
import { dayOf } from '../../time/zone.ts'
import { hashPassword, initialPassword } from '../password.ts'
import { administrators } from '../roles.ts'
import { endSessions, sessionsOf } from '../sessions.ts'
import { SessionRows, shownSessions } from '../shown.ts'
import { signedIn } from '../signedIn.ts'
import { rolesToGive } from './choices.ts'
import { isLast, lastOne } from './last.ts'
import { Anyway, heldUp, heldUpTwice, openAt, toldOf, type WorkAt } from './leaving.ts'
import { makePerson } from './making.ts'
import { mayEnd, mayRename, mayResetPassword, mustBe } from './may.ts'
import { NewPerson, People, Person, personOf, tags } from './shown.ts'
import { endAccount, isStaffThere, peopleOf, renameAccount, resetPassword } from './store/people.ts'
import { administersAs, holdersOf, ownPosts, rulersOf } from './store/posts.ts'
import { turnsOf } from './store/turns.ts'
import { note } from './trail.ts'
import { stillOnDuty } from './turns.ts'

const noPerson = refusal('notFound', '没有这个人，或已停用', 'there is no such person, or their account has ended')

/** People of the staff: who is there, making accounts, renaming and ending them, new initial passwords, ending their sessions. */
export function addPeopleAdministration(app: App, house: House, workAt: readonly WorkAt[]) {
  const { database, clock } = house
  const asVisitor = signedIn(house)
  const Id = Type.Object({ id: Type.String({ maxLength: 60 }) })

  const Query = Type.Object(
    {
      search: Type.Optional(Type.String({ minLength: 1, maxLength: 40 })),
      after: Type.Optional(Type.String({ maxLength: 60 })),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
    },
    { additionalProperties: false },
  )
  app.get(
    '/api/people',
    { schema: { tags, summary: '人员', querystring: Query, response: { 200: People, ...problems } } },
    async (request) =>
      asVisitor(request, async ({ actor, session }) => {
        if (session.kind !== 'staff' || actor.role === 'nobody')
          return problem(refusal('notYou', '只有工作人员能看', 'for staff only'))
        const { search, after, limit = 50 } = request.query
        const day = dayOf(clock())
        const { rows, rulers } = await within(database, { as: 'command', district: actor.district }, async (connection) => ({
          rows: await peopleOf(connection, actor, { search, after, most: limit + 1, day }),
          rulers: await rulersOf(connection, actor.district, day),
        }))
        const page = rows.slice(0, limit)
        const last = page.at(-1)
        return {
          rows: page.map((row) => personOf(row, { actor, day, rulers })),
          ...(rows.length > limit && last && { next: last.id }),
          ...(administrators.has(actor.role) && {
            make: mustBe(actor, 'systemAdmin')?.because ?? (true as const),
            give: rolesToGive(actor, rulers),
          }),
        }
      }),
  )

  app.get(
    '/api/people/:id',
    { schema: { tags, summary: '一个人', params: Id, response: { 200: Person, ...problems } } },
    async (request) =>
      asVisitor(request, async ({ actor, session }) => {
        if (session.kind !== 'staff' || actor.role === 'nobody')
          return problem(refusal('notYou', '只有工作人员能看', 'for staff only'))
        const day = dayOf(clock())
        const { row, rulers } = await within(database, { as: 'command', district: actor.district }, async (connection) => ({
          row: (await peopleOf(connection, actor, { id: request.params.id, most: 1, day })).at(0),
          rulers: await rulersOf(connection, actor.district, day),
        }))
        return row ? personOf(row, { actor, day, rulers }) : problem(noPerson)
      }),
  )

  const Made = Type.Object({
    id: Type.String(),
    password: Type.String({ description: 'shown once: to be changed on first use' }),
  })
  app.post(
    '/api/people',
    { schema: { tags, summary: '新建账号', body: NewPerson, response: { 200: Made, ...problems } } },
    async (request) =>
      asVisitor(request, async ({ actor }) => {
        const refused = mustBe(actor, 'systemAdmin')
        if (refused) return problem(refused)
        const { name, account } = request.body
        const password = initialPassword()
        const hashed = await hashPassword(password)
        const id = newId()
        const made = await within(
          database,
          { as: 'command', district: actor.district },
          async (connection) => {
            if (await makePerson(connection, actor, clock(), { id, name: name.trim(), account, password: hashed }))
              return { id, password }
            return refusal('rule', `账号“${account}”已有人用，请换一个`, `the account "${account}" is taken: choose another`)
          },
          unlessRefused,
        )
        return orProblem(made)
      }),
  )

  const Change = Type.Object(
    { name: Type.Optional(Text(40)), ended: Type.Optional(Type.Literal(true)), anyway: Anyway },
    { additionalProperties: false, minProperties: 1 },
  )
  app.patch(
    '/api/people/:id',
    { schema: { tags, summary: '改名、停用账号', params: Id, body: Change, response: { 200: Ok, ...problems } } },
    async (request) =>
      asVisitor(request, async ({ actor }) => {
        const { district } = actor
        const { id } = request.params
        const { name, ended, anyway = false } = request.body
        const now = clock()
        const day = dayOf(now)
        const done = await within(
          database,
          { as: 'command', district },
          async (connection) => {
            if (ended) await raiseRules(connection, district)
            if (!(await isStaffThere(connection, district, id, day))) return noPerson
            const { roles } = await administersAs(connection, district, id, day)
            const guarded = (await holdersOf(connection, district, 'securityAdmin', day)).length > 0
            const refused = mayRename(actor, { administers: roles }, guarded)
            if (refused) return refused
            if (name !== undefined) {
              await renameAccount(connection, district, id, name.trim())
              await note(connection, actor, now, { what: 'account renamed', subject: id, told: { name } })
            }
            if (!ended) return ok
            const refusedToEnd = mayEnd(actor, { id, administers: roles }, guarded)
            if (refusedToEnd) return refusedToEnd
            if (roles.includes('systemAdmin') && (await isLast(connection, district, id, day))) return lastOne
            const turns = await turnsOf(connection, district, id, now)
            let held = stillOnDuty(turns)
            const left: string[] = []
            for (const post of await ownPosts(connection, district, id, day)) {
              const open = await openAt(connection, district, post, workAt)
              held = heldUpTwice(await heldUp(connection, district, { account: id, ...post }, day, open), held)
              left.push(...open)
            }
            if (held && !anyway) return held
            await endAccount(connection, district, id, now)
            const went = { open: left, turns: turns.map(({ starts_at }) => starts_at.toISOString()) }
            await note(connection, actor, now, { what: 'account ended', subject: id, told: { ends: day, ...went } })
            return ok
          },
          unlessRefused,
        )
        return toldOf(done)
      }),
  )

  const Reset = Type.Object({ password: Type.String() })
  app.post(
    '/api/people/:id/password',
    { schema: { tags, summary: '重置初始密码', params: Id, response: { 200: Reset, ...problems } } },
    async (request) =>
      asVisitor(request, async ({ actor }) => {
        const { district } = actor
        const { id } = request.params
        const now = clock()
        const password = initialPassword()
        const hashed = await hashPassword(password)
        const done = await within(
          database,
          { as: 'command', district },
          async (connection) => {
            if (!(await isStaffThere(connection, district, id, dayOf(now)))) return noPerson
            const { roles } = await administersAs(connection, district, id, dayOf(now))
            const refused = mayResetPassword(actor, { administers: roles })
            if (refused) return refused
            await resetPassword(connection, district, id, hashed, now)
            await note(connection, actor, now, { what: 'password reset', subject: id, told: {} })
            return { password }
          },
          unlessRefused,
        )
        return orProblem(done)
      }),
  )

  app.get(
    '/api/people/:id/sessions',
    { schema: { tags, summary: '某人的登录', params: Id, response: { 200: SessionRows, ...problems } } },
    async (request) =>
      asVisitor(request, async ({ actor }) => {
        const refused = mustBe(actor, 'securityAdmin')
        if (refused) return problem(refused)
        const { district } = actor
        const { id } = request.params
        const rows = await within(database, { as: 'command', district }, async (connection) =>
          (await isStaffThere(connection, district, id, dayOf(clock())))
            ? sessionsOf(connection, district, id, clock())
            : noPerson,
        )
        return isRefusal(rows) ? problem(rows) : shownSessions(rows)
      }),
  )
  app.delete(
    '/api/people/:id/sessions',
    { schema: { tags, summary: '结束某人的全部登录', params: Id, response: { 200: Ok, ...problems } } },
    async (request) =>
      asVisitor(request, async ({ actor }) => {
        const refused = mustBe(actor, 'securityAdmin')
        if (refused) return problem(refused)
        const { district } = actor
        const { id } = request.params
        const done = await within(database, { as: 'command', district }, async (connection) => {
          if (!(await isStaffThere(connection, district, id, dayOf(clock())))) return noPerson
          const ended = await endSessions(connection, district, id, 'all', clock())
          await note(connection, actor, clock(), { what: 'sessions ended', subject: id, told: { ended } })
          return ok
        })
        return orProblem(done)
      }),
  )
}
