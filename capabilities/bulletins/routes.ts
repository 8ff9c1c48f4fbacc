import { Type } from 'typebox'
import { within } from '#kernel/database/within.ts'
import { choices } from '#kernel/flow/decide.ts'
import type { House } from '#kernel/flow/house.ts'
import { addFlowRoutes } from '#kernel/flow/http.ts'
import { type Refusal, refusal } from '#kernel/flow/refusal.ts'
import { findItems } from '#kernel/flow/store/items.ts'
import type { App } from '#kernel/http/app.ts'
import { orProblem, problem, problems } from '#kernel/http/problem.ts'
import { ownSight, sightOf } from '#kernel/people/actor.ts'
import { signedIn } from '#kernel/people/signedIn.ts'
import { type DistrictOf, districtFor } from '#kernel/people/whoIs.ts'
import { placeOf } from '#kernel/place/routing.ts'
import { unitAt } from '#kernel/place/store/find.ts'
import { dayOf } from '#kernel/time/zone.ts'
import { Uuid } from '#kernel/uuid.ts'
import { bulletins } from './capability.ts'
import { BulletinPage, Concerned, SeenBulletin } from './contract/item.ts'
import { bulletinFlow } from './flow.ts'
import { writers } from './reach.ts'
import { show } from './show.ts'
import { bulletinsAt, listBulletins } from './store/lists.ts'
import { placesOf } from './store/places.ts'

/** The addresses of bulletins: those that their flow has, what anybody reads at a place or by a link, and the list at a desk. */
export function addBulletinRoutes(app: App, house: House, districtOf: DistrictOf) {
  const { database, clock } = house
  const tags = ['bulletins']
  addFlowRoutes(app, house, bulletins, { nobodyMay: [], districtOf })
  const asAnybody = async (request: Parameters<DistrictOf>[0]) => {
    const district = await districtFor(house, districtOf, request)
    return { as: 'read', district, sight: ownSight() } as const
  }

  app.get(
    '/api/bulletins/at/:code',
    {
      schema: {
        ...{ tags, summary: '一个地点现在和将要的通知' },
        params: Type.Object({ code: Type.String({ maxLength: 60 }) }),
        response: { 200: Type.Array(SeenBulletin), ...problems },
      },
    },
    async (request) => {
      const scope = await asAnybody(request)
      const found = await within(database, scope, async (connection) => {
        const place = await placeOf(connection, scope.district, request.params.code, dayOf(clock()))
        return place ? await bulletinsAt(connection, scope.district, place, clock()) : noPlace
      })
      return Array.isArray(found) ? found.map(show) : problem(found)
    },
  )

  app.get(
    '/api/bulletins/read/:id',
    {
      schema: {
        ...{ tags, summary: '读一份通知（不用登录）', params: Type.Object({ id: Uuid }) },
        response: { 200: SeenBulletin, ...problems },
      },
    },
    async (request) => {
      const scope = await asAnybody(request)
      const [kept] = await within(database, scope, (connection) =>
        findItems(connection, bulletinFlow, scope.district, [request.params.id]),
      )
      return orProblem<SeenBulletin>(kept ? show(kept.item) : noBulletin)
    },
  )

  const Search = Type.Object(
    {
      search: Type.Optional(Type.String({ minLength: 1, maxLength: 60 })),
      inside: Type.Optional(Type.String({ maxLength: 60, description: 'an estate, for its buildings' })),
    },
    { additionalProperties: false },
  )
  app.get(
    '/api/bulletins/places',
    { schema: { tags, summary: '可以发通知的地点', querystring: Search, response: { 200: Type.Array(Concerned), ...problems } } },
    async (request) =>
      signedIn(house)(request, async ({ actor }) => {
        if (!writers.has(actor.role)) return problem(writersOnly)
        const { district, unit } = actor
        return within(database, { as: 'read', district, sight: sightOf(actor) }, async (connection) => {
          const day = dayOf(clock())
          const home = unit === undefined ? undefined : await unitAt(connection, district, unit, day)
          return home ? placesOf(connection, district, home, { ...request.query, day }) : []
        })
      }),
  )

  const querystring = Type.Object(
    {
      running: Type.Optional(Type.Boolean({ description: 'those that run or are to come; else those over or taken back' })),
      after: Type.Optional(Type.Unsafe<string>({ ...Uuid, description: 'the last one of the page before' })),
    },
    { additionalProperties: false },
  )
  app.get(
    '/api/bulletins',
    { schema: { tags, summary: '小区通知', querystring, response: { 200: BulletinPage, ...problems } } },
    async (request) =>
      signedIn(house)(request, async ({ actor, session }) => {
        if (session.kind !== 'staff' || actor.role === 'nobody') return problem(staffOnly)
        const { district, unit } = actor
        const { running = true, after } = request.query
        const sight = sightOf(actor)
        return within(database, { as: 'read', district, sight }, async (connection) => {
          const mine = sight.everything ? undefined : unit
          const { items, more } = await listBulletins(connection, district, { running, unit: mine, after })
          const home = unit === undefined ? undefined : await unitAt(connection, district, unit, dayOf(clock()))
          const calendar = await house.calendarOf(connection, district)
          const context = { home, found: new Map(), actor, now: clock(), calendar, others: [], fresh: () => '' }
          const blank = { district, id: '', version: 0, state: 'new' } as const
          const rows = items.map((item) => ({ ...show(item), may: choices(bulletinFlow, item, context).may }))
          const { may, mayNot } = choices(bulletinFlow, blank, context)
          return { rows, more, may, mayNot, ...(home && { signedBy: home.name }) }
        })
      }),
  )
}

const noPlace: Refusal = refusal('notFound', '没有这个地点，请重新扫码', 'there is no such place: scan its code again')
const noBulletin: Refusal = refusal(
  'notFound',
  '没有这份通知，可能是链接抄错了',
  'there is no such bulletin: the link may be mistyped',
)
const writersOnly: Refusal = refusal(
  'notYou',
  '只有社区、街道、物业和水电气暖单位可以发通知',
  'only communities, street desks, property managers and utilities write bulletins',
)
const staffOnly: Refusal = refusal('notYou', '只有工作人员能看这个列表', 'this list is for staff only')
