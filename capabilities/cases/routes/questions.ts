import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { within } from '#kernel/database/within.ts'
import { perform } from '#kernel/flow/perform.ts'
import { isRefusal, type Refusal, refusal, refuse } from '#kernel/flow/refusal.ts'
import { networkOf } from '#kernel/http/addresses.ts'
import type { App } from '#kernel/http/app.ts'
import { Device, noDevice } from '#kernel/http/device.ts'
import { Ok, ok } from '#kernel/http/done.ts'
import { orProblem, problem, problems } from '#kernel/http/problem.ts'
import { residentOf } from '#kernel/people/nameless.ts'
import { allow, attempt } from '#kernel/people/throttle.ts'
import { notSignedIn } from '#kernel/people/whoIs.ts'
import { words } from '#kernel/words.ts'
import { AskedQuestion } from '../contract/answers.ts'
import { ReplyToAsk } from '../contract/inputs.ts'
import type { Case } from '../contract/item.ts'
import { categoryWords } from '../rulebook.ts'
import { questionOf } from '../store/questions.ts'
import { type Room, tags } from './room.ts'

const Token = Type.String({ minLength: 13, maxLength: 30 })

const allowed = allow({
  name: 'questions',
  what: words('打开提问的链接', 'links of questions opened'),
  per: 'address',
  most: 60,
  minutes: 15,
})

/**
 * What the holder asked, for whoever has the link that was sent to the reporter: they read the question, the case's number and its
 * category, and may answer it once. Nothing else of the case, and nothing else may be done. The token stands in the body, as
 * query codes do.
 */
export function addQuestionRoutes(app: App, { house, cases, districtOf }: Room) {
  const { database, clock, ring } = house

  /** The case that a link leads to, or kindly why it does not any more. */
  async function linked(request: FastifyRequest, token: string): Promise<{ district: string; item: Case } | Refusal> {
    const district = await districtOf(request)
    const slowed = await attempt(database, district, allowed, networkOf(request), clock())
    if (slowed) return slowed
    return within(database, { as: 'command', district }, async (connection) => {
      const link = await questionOf(connection, ring, district, token)
      const item = link && (await cases.itemOf(connection, district, link.item))
      if (!item) return noLink
      if (link.ends.getTime() <= clock().epochMilliseconds) return ended
      return { district, item }
    })
  }

  app.post(
    '/api/questions',
    {
      schema: {
        ...{ tags, summary: '打开问题链接', body: Type.Object({ token: Token }, { additionalProperties: false }) },
        response: { 200: AskedQuestion, ...problems },
      },
    },
    async (request) => {
      const found = await linked(request, request.body.token)
      if (isRefusal(found)) return problem(found)
      const { district, item } = found
      if (!item.question) return problem(answered)
      const rules = await within(database, { as: 'command', district }, (connection) => cases.rulesOf(connection, district))
      return {
        number: item.number,
        category: categoryWords(rules, item.category),
        asked: item.question.asked,
      }
    },
  )

  const Sender = Type.Object({
    'idempotency-key': Type.String({ minLength: 8, maxLength: 200 }),
    'linli-device': Type.Optional(Device),
  })
  const Reply = Type.Object({ token: Token, ...ReplyToAsk.properties }, { additionalProperties: false })
  app.post(
    '/api/questions/reply',
    { schema: { tags, summary: '回复问题', headers: Sender, body: Reply, response: { 200: Ok, ...problems } } },
    async (request) => {
      const device = request.headers['linli-device']
      if (device === undefined) return problem(noDevice)
      const { token, ...input } = request.body
      const found = await linked(request, token)
      if (isRefusal(found)) return problem(found)
      const { district, item } = found
      const carried = await perform(house, cases, {
        ...{ name: 'replyToAsk', id: item.id, input, actor: residentOf(district, item.reporter) },
        ...{ key: request.headers['idempotency-key'], scope: `question ${item.id} ${item.reporter}`, device },
      })
      // Whoever had their data erased has no way in any more, and this page none to sign in by.
      if (carried === notSignedIn) return problem(noLink)
      return orProblem(isRefusal(carried) ? carried : ok)
    },
  )
}

const noLink = refusal(
  'notFound',
  '这个链接打不开，请检查是否复制完整',
  'this link opens nothing: please check that it is copied whole',
)
const ended = refuse(
  '这个链接已过期，或者后来又问了新的问题。您仍可用查询码打开这件事，或拨打社区电话',
  'this link has run out, or something newer was asked since. Your query code still opens the case, or call the community',
)
const answered = refuse('这个问题已经回复过了，谢谢您', 'this question was answered already, thank you')
