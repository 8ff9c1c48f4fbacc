import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { within } from '../../database/within.ts'
import type { House } from '../../flow/house.ts'
import { isRefusal, type Refusal, refusal } from '../../flow/refusal.ts'
import { networkOf } from '../../http/addresses.ts'
import type { App } from '../../http/app.ts'
import { Ok, ok } from '../../http/done.ts'
import { problem, problems } from '../../http/problem.ts'
import { signals } from '../../signals.ts'
import { openedBy, queryCodesAllowed } from '../codes.ts'
import { handToken } from '../cookie.ts'
import type { SendCode } from '../sendCode.ts'
import { startSession } from '../sessions.ts'
import { makePhoneCode, signIn, signInByPhone } from '../signIn.ts'
import { attempt } from '../throttle.ts'
import type { DistrictOf } from '../whoIs.ts'
import { tags } from './reply.ts'

const Phone = Type.String({ pattern: '^1[0-9]{10}$' })

/** What signing in needs of where it is served. */
export interface Entrance {
  districtOf: DistrictOf
  sendCode: SendCode
}

/** The ways in: by password (staff), by phone (residents), by the query code of one item. */
export function addSignInRoutes(app: App, { database, clock, ring }: House, { districtOf, sendCode }: Entrance) {
  const door = (request: FastifyRequest) => ({
    database,
    ring,
    now: clock(),
    from: networkOf(request),
    device: request.headers['user-agent'] ?? '',
    phone: String(request.headers['linli-device'] ?? ''),
  })

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
      const signed = await signIn(door(request), await districtOf(request), request.body)
      if (isRefusal(signed)) return notLetIn('password', signed)
      await handToken({ database, clock }, request, reply, signed.token)
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
      return isRefusal(made)
        ? notLetIn('phone', made)
        : { ...ok, ...(await sendCode(district, request.body.phone, made.code, 'signIn')) }
    },
  )
  const ByPhone = Type.Object({ phone: Phone, code: Type.String({ pattern: '^[0-9]{6}$' }) }, { additionalProperties: false })
  app.post(
    '/api/session/phone',
    { schema: { tags, summary: '手机号登录', body: ByPhone, response: { 200: Ok, ...problems } } },
    async (request, reply) => {
      const signed = await signInByPhone(door(request), await districtOf(request), request.body.phone, request.body.code)
      if (isRefusal(signed)) return notLetIn('phone', signed)
      await handToken({ database, clock }, request, reply, signed.token)
      return ok
    },
  )

  const ByCode = Type.Object({ code: Type.String({ minLength: 13, maxLength: 30 }) }, { additionalProperties: false })
  const Opened = Type.Object({ ok: Type.Literal(true), flow: Type.String(), id: Type.String() })
  app.post(
    '/api/session/query-code',
    { schema: { tags, summary: '用查询码打开', body: ByCode, response: { 200: Opened, ...problems } } },
    async (request, reply) => {
      const district = await districtOf(request)
      const slowed = await attempt(database, district, queryCodesAllowed, networkOf(request), clock())
      if (slowed) return notLetIn('queryCode', slowed)
      const opened = await within(database, { as: 'command', district }, async (connection) => {
        const found = await openedBy(connection, ring, district, request.body.code)
        if (!found) return refusal('notFound', '查询码不正确，请核对', 'this query code opens nothing: check it')
        const session = {
          account: found.party,
          kind: 'code' as const,
          item: found.item,
          device: request.headers['user-agent'] ?? '',
        }
        return { flow: found.flow, id: found.item, token: await startSession(connection, district, session, clock()) }
      })
      if (isRefusal(opened)) return notLetIn('queryCode', opened)
      await handToken({ database, clock }, request, reply, opened.token)
      return { ...ok, flow: opened.flow, id: opened.id }
    },
  )
}

/** Tells somebody why they do not come in, and whoever watches that somebody did not. */
function notLetIn(way: 'password' | 'phone' | 'queryCode', refused: Refusal) {
  signals.signInRefused.tell({ way, kind: refused.kind })
  return problem(refused)
}
