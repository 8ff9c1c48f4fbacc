import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { lookInto, within } from '#kernel/database/within.ts'
import { photoBytes, type Store } from '#kernel/files/store.ts'
import type { House } from '#kernel/flow/house.ts'
import { addFlowRoutes } from '#kernel/flow/http.ts'
import { isRefusal, refusal } from '#kernel/flow/refusal.ts'
import { filledIn, referencesIn } from '#kernel/flow/reveal.ts'
import { see } from '#kernel/flow/see.ts'
import type { App } from '#kernel/http/app.ts'
import { problem, problems } from '#kernel/http/problem.ts'
import { sightOf } from '#kernel/people/actor.ts'
import { notSignedIn, visitorOf } from '#kernel/people/whoIs.ts'
import { eventsOf } from '#kernel/record/event.ts'
import { writeLook } from '#kernel/vault/looks.ts'
import { openSecrets } from '#kernel/vault/store.ts'
import type { Cases } from './capability.ts'
import { Category } from './catalogue/category.ts'
import { CaseRow, SeenEvent } from './contract/seen.ts'
import { readCursor, writeCursor } from './cursor.ts'
import { historyOf } from './history.ts'
import { rowOf } from './row.ts'
import { sightIn, standingOf } from './sight.ts'
import { type CaseFilter, countQueue, listCases, similarNearby } from './store/lists.ts'

const Code = Type.Optional(Type.String({ maxLength: 60 }))
const Query = Type.Object(
  {
    scope: Type.Optional(Type.Enum(['queue', 'mine', 'assisting', 'all'])),
    state: Type.Optional(Type.String({ maxLength: 200, description: 'one or several, with commas between' })),
    ...{ category: Code, lead: Code, street: Code, community: Code, number: Code },
    urgency: Type.Optional(Type.Enum(['ordinary', 'urgent'])),
    over: Type.Optional(Type.Boolean()),
    from: Type.Optional(Type.String({ format: 'date-time' })),
    to: Type.Optional(Type.String({ format: 'date-time' })),
    sort: Type.Optional(Type.Enum(['due', 'newest'])),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
    cursor: Type.Optional(Type.String({ maxLength: 400 })),
  },
  { additionalProperties: false },
)
const Page = Type.Object({ rows: Type.Array(CaseRow), next: Type.Optional(Type.String()) })
const Id = Type.Object({ id: Type.String({ format: 'uuid' }) })

interface Room {
  cases: Cases
  store: Store
  districtOf: (request: FastifyRequest) => Promise<string>
}

/** The addresses of cases beside those that their flow has: lists, history, categories, revealing a number. */
export function addCaseRoutes(app: App, house: House, { cases, store, districtOf }: Room) {
  const { database, clock, ring } = house
  const tags = ['cases']
  addFlowRoutes(app, house, cases, { nobodyMay: ['report', 'join'], districtOf })

  app.get(
    '/api/cases',
    { schema: { tags, summary: '事项列表', querystring: Query, response: { 200: Page, ...problems } } },
    async (request) => {
      const visitor = await visitorOf(database, clock, request)
      if (!visitor) return problem(notSignedIn)
      const { actor } = visitor
      const { scope = 'all', state, over, from, to, sort = 'newest', limit = 50, cursor, ...equal } = request.query
      const after = cursor === undefined ? undefined : readCursor(ring, actor, sort, cursor)
      if (isRefusal(after)) return problem(after)
      const filter: CaseFilter = {
        ...{ scope, ...equal },
        ...(state !== undefined && { states: state.split(',') }),
        ...(over && { overAt: clock() }),
        ...(from !== undefined && { reportedFrom: Temporal.Instant.from(from) }),
        ...(to !== undefined && { reportedTo: Temporal.Instant.from(to) }),
      }
      const { district } = actor
      return within(database, { as: 'read', district, sight: sightOf(actor) }, async (connection) => {
        const rules = await cases.rulesOf(connection, district)
        const { rows, next } = await listCases(connection, actor, filter, { sort, after, limit })
        return { rows: rows.map((item) => rowOf(item, rules)), ...(next && { next: writeCursor(ring, actor, sort, next) }) }
      })
    },
  )

  const Counts = Type.Object({
    states: Type.Array(Type.Object({ state: Type.String(), count: Type.Integer(), over: Type.Integer(), soon: Type.Integer() })),
  })
  app.get(
    '/api/cases/queue/counts',
    { schema: { tags, summary: '待办数', response: { 200: Counts, ...problems } } },
    async (request) => {
      const visitor = await visitorOf(database, clock, request)
      if (!visitor) return problem(notSignedIn)
      const { actor } = visitor
      const states = await within(database, { as: 'read', district: actor.district, sight: sightOf(actor) }, (connection) =>
        countQueue(connection, actor, clock()),
      )
      return { states }
    },
  )

  app.get(
    '/api/cases/:id/events',
    { schema: { tags, summary: '办理经过', params: Id, response: { 200: Type.Array(SeenEvent), ...problems } } },
    async (request) => {
      const visitor = await visitorOf(database, clock, request)
      if (!visitor) return problem(notSignedIn)
      const { actor } = visitor
      const { district } = actor
      const { id } = request.params
      // Seeing the case first writes the look down, where there is one.
      const seen = await see(house, cases, actor, id)
      if (isRefusal(seen)) return problem(seen)
      const history = await within(database, { as: 'read', district, sight: sightOf(actor) }, async (connection) => {
        await lookInto(connection, id)
        const rules = await cases.rulesOf(connection, district)
        const item = await cases.itemOf(connection, district, id)
        if (!item) return []
        const steps = historyOf(await eventsOf(connection, district, id), standingOf(item, actor, rules), rules)
        return filledIn(steps, await openSecrets(connection, ring, district, referencesIn(steps)))
      })
      return history
    },
  )

  const Bytes = Type.Unsafe<Buffer>({ type: 'string', format: 'binary' })
  const PhotoOf = Type.Object({ id: Type.String({ format: 'uuid' }), photo: Type.String({ format: 'uuid' }) })
  app.get(
    '/api/cases/:id/photos/:photo',
    { schema: { tags, summary: '照片', params: PhotoOf, produces: ['image/jpeg'], response: { 200: Bytes, ...problems } } },
    async (request, reply) => {
      const visitor = await visitorOf(database, clock, request)
      if (!visitor) return problem(notSignedIn)
      const { actor } = visitor
      const { id, photo } = request.params
      const photos = await within(
        database,
        { as: 'read', district: actor.district, sight: sightOf(actor) },
        async (connection) => {
          const item = await cases.itemOf(connection, actor.district, id)
          if (!item) return []
          const standing = standingOf(item, actor, await cases.rulesOf(connection, actor.district))
          const reported = sightIn(standing, item).words ? item.photos : []
          return [...reported, ...('resolution' in item ? item.resolution.photos : [])]
        },
      )
      const bytes = photos.includes(photo) ? await photoBytes(store, ring, actor.district, photo) : undefined
      if (!bytes) return problem(refusal('notFound', '没有这张照片', 'there is no such photo'))
      return reply.type('image/jpeg').header('cache-control', 'private, max-age=3600').send(bytes)
    },
  )

  const Reveal = Type.Object({ reason: Type.String({ minLength: 4, maxLength: 300 }) }, { additionalProperties: false })
  const Contact = Type.Object({
    name: Type.Optional(Type.String()),
    phone: Type.Optional(Type.String()),
    home: Type.Optional(Type.String()),
  })
  app.post(
    '/api/cases/:id/reveal',
    { schema: { tags, summary: '查看完整联系方式', params: Id, body: Reveal, response: { 200: Contact, ...problems } } },
    async (request) => {
      const visitor = await visitorOf(database, clock, request)
      if (!visitor) return problem(notSignedIn)
      const { actor } = visitor
      const { district } = actor
      const { id } = request.params
      const seen = await within(database, { as: 'read', district, sight: sightOf(actor) }, async (connection) => {
        const item = await cases.itemOf(connection, district, id)
        return item && { item, standing: standingOf(item, actor, await cases.rulesOf(connection, district)) }
      })
      if (!seen)
        return problem(refusal('notFound', '没有找到，或不在您的查看范围内', 'there is no such case, or it is not yours to see'))
      const { item, standing } = seen
      if (sightIn(standing, item).contact !== 'half')
        return problem(
          refusal('notYou', '只有承办人员可以查看联系方式', 'only those who handle the case may see how to reach the reporter'),
        )
      const contact = {
        ...(item.name && { name: item.name }),
        ...(item.phone && { phone: item.phone }),
        ...(item.home && { home: item.home }),
      }
      const look = { subject: item.reporter, item: id, fields: Object.keys(contact), reason: request.body.reason }
      await within(database, { as: 'command', district }, (connection) => writeLook(connection, actor, look, clock()))
      const opened = await within(database, { as: 'read', district, sight: sightOf(actor) }, async (connection) => {
        await lookInto(connection, id)
        return openSecrets(connection, ring, district, Object.values(contact))
      })
      return Object.fromEntries(Object.entries(contact).map(([field, secret]) => [field, opened.get(secret) ?? '']))
    },
  )

  app.get(
    '/api/categories',
    { schema: { tags, summary: '类别', response: { 200: Type.Array(Category), ...problems } } },
    async (request) => {
      const district = (await visitorOf(database, clock, request))?.actor.district ?? (await districtOf(request))
      return within(database, { as: 'read', district, sight: nobodysSight }, async (connection) => [
        ...(await cases.rulesOf(connection, district)).categories.values(),
      ])
    },
  )

  const Words = Type.Object({ words: Type.String({ maxLength: 5000 }) }, { additionalProperties: false })
  const Suggested = Type.Object({ category: Type.Optional(Type.String()), gist: Type.Array(Type.String()) })
  app.post(
    '/api/categories/suggest',
    { schema: { tags, summary: '按文字建议类别', body: Words, response: { 200: Suggested, ...problems } } },
    async (request) => {
      const district = (await visitorOf(database, clock, request))?.actor.district ?? (await districtOf(request))
      return within(database, { as: 'read', district, sight: nobodysSight }, async (connection) => {
        const found = cases.suggester(await cases.rulesOf(connection, district), request.body.words)
        return { gist: [...(found?.gist ?? [])], ...(found && { category: found.category }) }
      })
    },
  )

  const Near = Type.Object(
    { community: Type.String({ maxLength: 60 }), estate: Code, category: Code },
    { additionalProperties: false },
  )
  const Similar = Type.Array(
    Type.Object({
      id: Type.String(),
      number: Type.String(),
      state: Type.String(),
      category: Type.String(),
      place: Type.String(),
      gist: Type.Array(Type.String()),
      reportedAt: Type.String(),
      followers: Type.Integer(),
    }),
  )
  app.get(
    '/api/cases/similar',
    { schema: { tags, summary: '附近相似的事项', querystring: Near, response: { 200: Similar, ...problems } } },
    async (request) => {
      const district = (await visitorOf(database, clock, request))?.actor.district ?? (await districtOf(request))
      const since = clock().subtract({ hours: 24 * 30 })
      const rows = await within(database, { as: 'command', district }, (connection) =>
        similarNearby(connection, district, { ...request.query, since }),
      )
      return rows.map((item) => ({
        ...{ id: item.id, number: item.number, state: item.state, category: item.category, place: item.place.label },
        ...{ gist: item.gist, reportedAt: item.reportedAt, followers: item.followers.length },
      }))
    },
  )
}

const nobodysSight = { everything: false, places: [], party: '' }
