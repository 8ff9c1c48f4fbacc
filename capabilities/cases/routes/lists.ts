import { Type } from 'typebox'
import { within } from '#kernel/database/within.ts'
import { isRefusal, refusal } from '#kernel/flow/refusal.ts'
import type { App } from '#kernel/http/app.ts'
import { problem, problems } from '#kernel/http/problem.ts'
import { sightOf } from '#kernel/people/actor.ts'
import { signedIn } from '#kernel/people/signedIn.ts'
import { asks } from '../columns.ts'
import { CaseRow } from '../contract/seen.ts'
import { readCursor, writeCursor } from '../cursor.ts'
import { rowOf } from '../row.ts'
import { searchTerms } from '../search/terms.ts'
import { type CaseFilter, countQueue, listCases } from '../store/lists.ts'
import { type Room, tags } from './room.ts'

const nothingToFind = refusal(
  'badInput',
  '搜索内容里要有汉字、字母或数字',
  'a search needs a Chinese character, a letter or a digit: type one',
)

const Code = Type.Optional(Type.String({ maxLength: 60 }))
const Query = Type.Object(
  {
    scope: Type.Optional(Type.Enum(['queue', 'mine', 'assisting', 'all'])),
    state: Type.Optional(Type.String({ maxLength: 200, description: 'one or several, with commas between' })),
    ...{ category: Code, group: Code, lead: Code, street: Code, community: Code, number: Code },
    urgency: Type.Optional(Type.Enum(['ordinary', 'urgent'])),
    asked: Type.Optional(Type.Enum([...asks], { description: 'asked for by the lead, and not answered yet' })),
    over: Type.Optional(Type.Boolean()),
    soon: Type.Optional(Type.Boolean({ description: 'past the early warning of its limit, and not over' })),
    q: Type.Optional(
      Type.String({
        minLength: 1,
        maxLength: 100,
        description: 'words that must all stand in what you may read of the case, each as typed; spaces part them',
      }),
    ),
    from: Type.Optional(Type.String({ format: 'date-time' })),
    to: Type.Optional(Type.String({ format: 'date-time' })),
    sort: Type.Optional(Type.Enum(['due', 'newest'])),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
    cursor: Type.Optional(Type.String({ maxLength: 400 })),
  },
  { additionalProperties: false },
)
const Page = Type.Object({ rows: Type.Array(CaseRow), next: Type.Optional(Type.String()) })

/** Cases as rows, and how many wait for whoever asks: each sees what their post sees. */
export function addListRoutes(app: App, { house, cases }: Room) {
  const { database, clock, ring } = house
  const asVisitor = signedIn(house)

  app.get(
    '/api/cases',
    { schema: { tags, summary: '事项列表', querystring: Query, response: { 200: Page, ...problems } } },
    async (request) =>
      asVisitor(request, async ({ actor }) => {
        const {
          scope = 'all',
          state,
          over,
          soon,
          q,
          group,
          from,
          to,
          sort = 'newest',
          limit = 50,
          cursor,
          ...equal
        } = request.query
        const after = cursor === undefined ? undefined : readCursor(ring, actor, sort, cursor)
        if (isRefusal(after)) return problem(after)
        const filter: CaseFilter = {
          ...{ scope, ...equal },
          ...(state !== undefined && { states: state.split(',') }),
          ...(over && { overAt: clock() }),
          ...(soon && { soonAt: clock() }),
          ...(from !== undefined && { reportedFrom: Temporal.Instant.from(from) }),
          ...(to !== undefined && { reportedTo: Temporal.Instant.from(to) }),
        }
        const { district } = actor
        return within(database, { as: 'read', district, sight: sightOf(actor) }, async (connection) => {
          const rules = await cases.rulesOf(connection, district)
          const words = q === undefined ? undefined : searchTerms(cases.told, rules, q)
          if (words?.length === 0) return problem(nothingToFind)
          const categories = [...rules.categories.values()].filter(({ parent }) => parent === group).map(({ code }) => code)
          const asked = { ...filter, ...(words && { words }), ...(group !== undefined && { categories }) }
          const { rows, next } = await listCases(connection, actor, asked, { sort, after, limit })
          return { rows: rows.map((item) => rowOf(item, rules)), ...(next && { next: writeCursor(ring, actor, sort, next) }) }
        })
      }),
  )

  const Counts = Type.Object({
    states: Type.Array(Type.Object({ state: Type.String(), count: Type.Integer(), over: Type.Integer(), soon: Type.Integer() })),
  })
  app.get(
    '/api/cases/queue/counts',
    { schema: { tags, summary: '待办数', response: { 200: Counts, ...problems } } },
    async (request) =>
      asVisitor(request, async ({ actor }) => {
        const states = await within(database, { as: 'read', district: actor.district, sight: sightOf(actor) }, (connection) =>
          countQueue(connection, actor, clock()),
        )
        return { states }
      }),
  )
}
