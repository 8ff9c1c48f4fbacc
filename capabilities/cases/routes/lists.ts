import { Type } from 'typebox'
import { within } from '#kernel/database/within.ts'
import { isRefusal } from '#kernel/flow/refusal.ts'
import type { App } from '#kernel/http/app.ts'
import { problem, problems } from '#kernel/http/problem.ts'
import { sightOf } from '#kernel/people/actor.ts'
import { signedIn } from '#kernel/people/signedIn.ts'
import { CaseCount, CasePage, QueueCounts } from '../contract/answers.ts'
import { readCursor, writeCursor } from '../cursor.ts'
import { rowOf } from '../row.ts'
import { countCases, countQueue, listCases } from '../store/lists.ts'
import { Filter, filterOf } from './asked.ts'
import { type Room, tags } from './room.ts'

const Query = Type.Object(
  {
    ...Filter.properties,
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
    cursor: Type.Optional(Type.String({ maxLength: 400 })),
  },
  { additionalProperties: false },
)

/** So far a list is counted, and what words find: beyond it, nobody reads the difference, and counting takes its time. */
const mostCounted = { all: 500, found: 200 }

/** Cases as rows, and how many wait for whoever asks: each sees what their post sees. */
export function addListRoutes(app: App, { house, cases }: Room) {
  const { database, clock, ring } = house
  const asVisitor = signedIn(house)

  app.get(
    '/api/cases',
    { schema: { tags, summary: '事项列表', querystring: Query, response: { 200: CasePage, ...problems } } },
    async (request) =>
      asVisitor(request, async ({ actor }) => {
        const { limit = 50, cursor, ...asked } = request.query
        const { sort = 'newest' } = asked
        const after = cursor === undefined ? undefined : readCursor(ring, actor, sort, cursor)
        if (isRefusal(after)) return problem(after)
        const { district } = actor
        return within(database, { as: 'read', district, sight: sightOf(actor) }, async (connection) => {
          const rules = await cases.rulesOf(connection, district)
          const filter = filterOf(asked, cases, { rules, now: clock(), actor })
          if (isRefusal(filter)) return problem(filter)
          const { rows, next } = await listCases(connection, actor, filter, { sort, after, limit })
          return {
            rows: rows.map((item) => rowOf(item, rules, actor)),
            ...(next && { next: writeCursor(ring, actor, sort, next) }),
          }
        })
      }),
  )

  app.get(
    '/api/cases/count',
    {
      schema: {
        ...{ tags, summary: '事项数', description: `数到 ${mostCounted.all} 为止，按词语搜索的数到 ${mostCounted.found} 为止` },
        ...{ querystring: Filter, response: { 200: CaseCount, ...problems } },
      },
    },
    async (request) =>
      asVisitor(request, async ({ actor }) => {
        const { district } = actor
        return within(database, { as: 'read', district, sight: sightOf(actor) }, async (connection) => {
          const rules = await cases.rulesOf(connection, district)
          const filter = filterOf(request.query, cases, { rules, now: clock(), actor })
          if (isRefusal(filter)) return problem(filter)
          const most = filter.words ? mostCounted.found : mostCounted.all
          const counted = await countCases(connection, actor, filter, most + 1)
          return { count: Math.min(counted, most), more: counted > most }
        })
      }),
  )

  app.get(
    '/api/cases/queue/counts',
    { schema: { tags, summary: '待办数', response: { 200: QueueCounts, ...problems } } },
    async (request) =>
      asVisitor(request, async ({ actor }) => {
        const states = await within(database, { as: 'read', district: actor.district, sight: sightOf(actor) }, (connection) =>
          countQueue(connection, actor, clock()),
        )
        return { states }
      }),
  )
}
