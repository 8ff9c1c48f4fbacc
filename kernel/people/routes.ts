import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { within } from '../database/within.ts'
import type { House } from '../flow/house.ts'
import { isRefusal, refusal } from '../flow/refusal.ts'
import type { App } from '../http/app.ts'
import { orProblem, problem, problems } from '../http/problem.ts'
import { looksAt } from '../vault/looks.ts'
import { accountOf, setPassword } from './accounts.ts'
import { openedBy } from './codes.ts'
import { hashPassword, passwordFits, weakness } from './password.ts'
import { beginSecondFactor, takeCode } from './secondFactor.ts'
import { endSession, endSessions, sessionsOf, startSession, switchPost } from './sessions.ts'
import { makePhoneCode, signIn, signInByPhone } from './signIn.ts'
import { attempt } from './throttle.ts'
import { cookieName, notSignedIn, type Visitor, visitorOf } from './whoIs.ts'

const Me = Type.Object({
  signedIn: Type.Boolean(),
  district: Type.String(),
  kind: Type.Optional(Type.String()),
  name: Type.Optional(Type.String()),
  role: Type.Optional(Type.String()),
  unit: Type.Optional(Type.String()),
  post: Type.Optional(Type.String()),
  item: Type.Optional(Type.String()),
  posts: Type.Array(Type.Object({ id: Type.String(), role: Type.String(), unit: Type.String(), standsIn: Type.Boolean() })),
  /** What has to be done first: a new password, or a second factor. */
  first: Type.Optional(Type.Enum(['password', 'secondFactor'])),
  secondFactor: Type.Boolean(),
})
const Ok = Type.Object({ ok: Type.Literal(true) })
const ok = { ok: true } as const
const Phone = Type.String({ pattern: '^1[0-9]{10}$' })

interface Street {
  districtOf: (request: FastifyRequest) => Promise<string>
  /** Sends a one-time code. What it gives is shown to whoever asked: nothing, or in a demo the code itself. */
  sendCode: (district: string, phone: string, code: string) => Promise<{ shown?: string }>
}

/** Signing in and out, one's own sessions and posts, and who looked at one's data. */
export function addPeopleRoutes(app: App, house: House, { districtOf, sendCode }: Street) {
  const { database, clock, ring } = house
  const tags = ['people']
  const door = (request: FastifyRequest) => ({
    database,
    ring,
    now: clock(),
    from: request.ip,
    device: request.headers['user-agent'] ?? '',
  })
  const keep = (request: FastifyRequest, reply: FastifyReply, token: string) =>
    reply.setCookie(cookieName, token, { path: '/', httpOnly: true, sameSite: 'lax', secure: request.protocol === 'https' })

  app.get('/api/session', { schema: { tags, summary: '我是谁', response: { 200: Me, ...problems } } }, async (request) =>
    asMe(await visitorOf(database, clock, request), await districtOf(request)),
  )

  const Password = Type.Object(
    {
      account: Type.String({ minLength: 1, maxLength: 100 }),
      password: Type.String({ minLength: 1, maxLength: 200 }),
      code: Type.Optional(Type.String({ pattern: '^[0-9]{6}$' })),
    },
    { additionalProperties: false },
  )
  app.post(
    '/api/session',
    { schema: { tags, summary: '登录', body: Password, response: { 200: Ok, ...problems } } },
    async (request, reply) => {
      const signed = await signIn(door(request), request.body)
      if (isRefusal(signed)) return problem(signed)
      keep(request, reply, signed.token)
      return ok
    },
  )
  app.delete(
    '/api/session',
    { schema: { tags, summary: '退出', response: { 200: Ok, ...problems } } },
    async (request, reply) => {
      const visitor = await visitorOf(database, clock, request)
      reply.clearCookie(cookieName, { path: '/' })
      if (visitor)
        await within(database, { as: 'command', district: visitor.actor.district }, (connection) =>
          endSession(connection, visitor.actor.district, visitor.session.token),
        )
      return ok
    },
  )

  const Asked = Type.Object({ phone: Phone }, { additionalProperties: false })
  const Sent = Type.Object({ ok: Type.Literal(true), shown: Type.Optional(Type.String()) })
  app.post(
    '/api/session/phone-code',
    { schema: { tags, summary: '获取验证码', body: Asked, response: { 200: Sent, ...problems } } },
    async (request) => {
      const district = await districtOf(request)
      const made = await makePhoneCode(door(request), district, request.body.phone)
      return orProblem(isRefusal(made) ? made : { ...ok, ...(await sendCode(district, request.body.phone, made.code)) })
    },
  )
  const ByPhone = Type.Object({ phone: Phone, code: Type.String({ pattern: '^[0-9]{6}$' }) }, { additionalProperties: false })
  app.post(
    '/api/session/phone',
    { schema: { tags, summary: '手机号登录', body: ByPhone, response: { 200: Ok, ...problems } } },
    async (request, reply) => {
      const signed = await signInByPhone(door(request), await districtOf(request), request.body.phone, request.body.code)
      if (isRefusal(signed)) return problem(signed)
      keep(request, reply, signed.token)
      return ok
    },
  )

  const ByCode = Type.Object({ code: Type.String({ minLength: 13, maxLength: 30 }) }, { additionalProperties: false })
  const Opened = Type.Object({ ok: Type.Literal(true), id: Type.String() })
  app.post(
    '/api/session/query-code',
    { schema: { tags, summary: '用查询码打开', body: ByCode, response: { 200: Opened, ...problems } } },
    async (request, reply) => {
      const district = await districtOf(request)
      const slowed = await attempt(database, district, `query codes from ${request.ip}`, clock(), { most: 30, minutes: 15 })
      if (slowed) return problem(slowed)
      const opened = await within(database, { as: 'command', district }, async (connection) => {
        const found = await openedBy(connection, ring, district, request.body.code)
        if (!found) return refusal('notFound', '查询码不正确，请核对', 'this query code opens nothing: check it')
        const session = {
          account: found.party,
          kind: 'code' as const,
          item: found.item,
          device: request.headers['user-agent'] ?? '',
        }
        return { id: found.item, token: await startSession(connection, district, session, clock()) }
      })
      if (isRefusal(opened)) return problem(opened)
      keep(request, reply, opened.token)
      return { ...ok, id: opened.id }
    },
  )

  const Chosen = Type.Object({ post: Type.String({ maxLength: 100 }) }, { additionalProperties: false })
  app.post(
    '/api/session/post',
    { schema: { tags, summary: '切换岗位', body: Chosen, response: { 200: Me, ...problems } } },
    async (request) => {
      const visitor = await visitorOf(database, clock, request)
      if (!visitor) return problem(notSignedIn)
      const { district } = visitor.actor
      if (!visitor.posts.some(({ id }) => id === request.body.post))
        return problem(refusal('notYou', '您没有这个岗位', 'you are not at that post'))
      await within(database, { as: 'command', district }, (connection) =>
        switchPost(connection, district, visitor.session.token, request.body.post),
      )
      return asMe(await visitorOf(database, clock, request), district)
    },
  )

  const Change = Type.Object(
    { old: Type.String({ maxLength: 200 }), password: Type.String({ maxLength: 200 }) },
    { additionalProperties: false },
  )
  app.post(
    '/api/session/password',
    { schema: { tags, summary: '修改密码', body: Change, response: { 200: Ok, ...problems } } },
    async (request) => {
      const visitor = await visitorOf(database, clock, request)
      if (!visitor?.account || visitor.session.kind !== 'staff') return problem(notSignedIn)
      const { district, id } = visitor.actor
      const weak = weakness(request.body.password)
      if (weak) return problem(refusal('badInput', weak.zh, weak.en))
      const again = await checkPassword(house, district, id, request.body.old)
      if (!again) return problem(refusal('notYou', '原密码不正确', 'the old password is wrong'))
      const hashed = await hashPassword(request.body.password)
      await within(database, { as: 'command', district }, async (connection) => {
        await setPassword(connection, district, id, hashed)
        await endSessions(connection, district, id, { allBut: visitor.session.token })
      })
      return ok
    },
  )

  const Begun = Type.Object({ secret: Type.String(), uri: Type.String() })
  app.post(
    '/api/session/second-factor',
    { schema: { tags, summary: '开始设置动态验证码', response: { 200: Begun, ...problems } } },
    async (request) => {
      const visitor = await visitorOf(database, clock, request)
      if (visitor?.session.kind !== 'staff') return problem(notSignedIn)
      if (visitor.account?.totpConfirmed)
        return problem(
          refusal('rule', '已设置，如需更换请联系安全管理员', 'it is set up: ask the security administrator to change it'),
        )
      const { district, id, name } = visitor.actor
      return within(database, { as: 'command', district }, (connection) =>
        beginSecondFactor(connection, ring, district, id, name),
      )
    },
  )
  const Code = Type.Object({ code: Type.String({ pattern: '^[0-9]{6}$' }) }, { additionalProperties: false })
  app.post(
    '/api/session/second-factor/confirm',
    { schema: { tags, summary: '确认动态验证码', body: Code, response: { 200: Ok, ...problems } } },
    async (request) => {
      const visitor = await visitorOf(database, clock, request)
      if (visitor?.session.kind !== 'staff') return problem(notSignedIn)
      const { district, id } = visitor.actor
      const slowed = await attempt(database, district, `second factor of ${id}`, clock(), { most: 10, minutes: 15 })
      if (slowed) return problem(slowed)
      const asked = { district, account: id, code: request.body.code }
      const taken = await within(database, { as: 'command', district }, (connection) =>
        takeCode(connection, ring, asked, clock()),
      )
      return taken
        ? ok
        : problem(refusal('notSignedIn', '验证码不正确，请看手机上最新的一个', 'this code is wrong: use the latest one'))
    },
  )

  const Rows = Type.Array(Type.Object({ id: Type.String(), device: Type.String(), madeAt: Type.String(), endsAt: Type.String() }))
  app.get('/api/sessions', { schema: { tags, summary: '我的登录', response: { 200: Rows, ...problems } } }, async (request) => {
    const visitor = await visitorOf(database, clock, request)
    if (!visitor) return problem(notSignedIn)
    const { district, id } = visitor.actor
    const rows = await within(database, { as: 'command', district }, (connection) =>
      sessionsOf(connection, district, id, clock()),
    )
    return rows.map((row) => ({
      id: row.id,
      device: row.device,
      madeAt: row.made_at.toISOString(),
      endsAt: row.ends_at.toISOString(),
    }))
  })
  const One = Type.Object({ id: Type.String({ maxLength: 40 }) })
  app.delete(
    '/api/sessions/:id',
    { schema: { tags, summary: '结束一个登录', params: One, response: { 200: Ok, ...problems } } },
    async (request) => {
      const visitor = await visitorOf(database, clock, request)
      if (!visitor) return problem(notSignedIn)
      const { district, id } = visitor.actor
      const ended = await within(database, { as: 'command', district }, (connection) =>
        endSessions(connection, district, id, { id: request.params.id }),
      )
      return orProblem(
        ended > 0 ? ok : refusal('notFound', '没有这个登录，或已结束', 'there is no such session, or it has ended'),
      )
    },
  )

  const Looks = Type.Array(
    Type.Object({
      item: Type.Optional(Type.String()),
      fields: Type.Array(Type.String()),
      by: Type.String(),
      role: Type.String(),
      unit: Type.Optional(Type.String()),
      reason: Type.String(),
      at: Type.String(),
    }),
  )
  app.get(
    '/api/looks',
    { schema: { tags, summary: '谁看过我的信息', response: { 200: Looks, ...problems } } },
    async (request) => {
      const visitor = await visitorOf(database, clock, request)
      if (!visitor) return problem(notSignedIn)
      const { district, id } = visitor.actor
      const rows = await within(
        database,
        { as: 'read', district, sight: { everything: false, places: [], party: id } },
        (connection) => looksAt(connection, district, id),
      )
      return rows.map(({ item, fields, by_name, by_role, by_unit, reason, at }) => ({
        ...{ fields, by: by_name, role: by_role, reason, at: at.toISOString() },
        ...(item !== null && { item }),
        ...(by_unit !== null && { unit: by_unit }),
      }))
    },
  )
}

function asMe(visitor: Visitor | undefined, district: string) {
  if (!visitor) return { signedIn: false, district, posts: [], secondFactor: false }
  const { session, account, posts, actor, first } = visitor
  const post = posts.find(({ role, unit }) => role === actor.role && unit === actor.unit)
  return {
    ...{ signedIn: true, district: actor.district, kind: session.kind, name: actor.name, role: actor.role, posts },
    ...(actor.unit !== undefined && { unit: actor.unit }),
    ...(post && { post: post.id }),
    ...(session.item !== null && { item: session.item }),
    ...(first && { first }),
    secondFactor: account?.totpConfirmed ?? false,
  }
}

async function checkPassword({ database }: House, district: string, id: string, password: string): Promise<boolean> {
  const account = await within(database, { as: 'command', district }, (connection) => accountOf(connection, district, id))
  return passwordFits(password, account?.password)
}
