import { Type } from 'typebox'
import { within } from '#kernel/database/within.ts'
import { servedPhoto, servesPhoto } from '#kernel/files/serving.ts'
import { photoKey, type Store } from '#kernel/files/store.ts'
import { choices } from '#kernel/flow/decide.ts'
import type { House } from '#kernel/flow/house.ts'
import { addFlowRoutes } from '#kernel/flow/http.ts'
import { refusal } from '#kernel/flow/refusal.ts'
import type { App } from '#kernel/http/app.ts'
import { problem, problems } from '#kernel/http/problem.ts'
import { type Actor, sightOf } from '#kernel/people/actor.ts'
import { isOfCommunity } from '#kernel/people/roles.ts'
import { signedIn } from '#kernel/people/signedIn.ts'
import { type DistrictOf, visitorOf } from '#kernel/people/whoIs.ts'
import { dayOf } from '#kernel/time/zone.ts'
import { Uuid } from '#kernel/uuid.ts'
import { portraits } from './capability.ts'
import { PortraitList } from './contract.ts'
import { portraitFlow } from './flow.ts'
import { agreedIn, isShown } from './store/portraits.ts'

const size = 50

/** The addresses of grid workers' photos: those of their flow, the list for a worker or their community, and the photo, which anybody sees. */
export function addPortraitRoutes(
  app: App,
  { house, store, districtOf }: { house: House; store: Store; districtOf: DistrictOf },
) {
  const { database, clock, ring } = house
  const tags = ['portraits']
  addFlowRoutes(app, house, portraits, { nobodyMay: [], districtOf })

  const Query = Type.Object(
    { after: Type.Optional(Type.Unsafe<string>({ ...Uuid, description: 'what the page before gave as `next`' })) },
    { additionalProperties: false },
  )
  app.get(
    '/api/portraits',
    { schema: { tags, summary: '网格员照片', querystring: Query, response: { 200: PortraitList, ...problems } } },
    async (request) =>
      signedIn(house)(request, async ({ actor }) => {
        const of = whoseOf(actor)
        if (!of) return problem(notYours)
        const { district } = actor
        return within(database, { as: 'read', district, sight: sightOf(actor) }, async (connection) => {
          const { after = '' } = request.query
          const found = await agreedIn(connection, district, of, { after, most: size + 1 })
          const calendar = await house.calendarOf(connection, district)
          const context = { grid: undefined, isUploaded: false, actor, now: clock(), calendar, others: [], fresh: () => '' }
          const page = found.slice(0, size)
          const rows = page.map((item) => ({
            ...portraitFlow.show(item, context),
            may: choices(portraitFlow, item, context).may,
          }))
          const last = page.at(-1)
          const mayAgree = 'worker' in of && rows.length === 0
          return { mayAgree, rows, ...(found.length > size && last && { next: last.id }) }
        })
      }),
  )

  app.get(
    '/api/portraits/:id/photos/:photo',
    {
      schema: {
        ...{ tags, summary: '网格员的照片', params: Type.Object({ id: Uuid, photo: Uuid }) },
        ...servesPhoto,
      },
    },
    async (request, reply) => {
      const visitor = await visitorOf(database, clock, request)
      const district = visitor?.actor.district ?? (await districtOf(request))
      const { id, photo } = request.params
      const key = await within(database, { as: 'command', district }, async (connection) =>
        (await isShown(connection, district, { id, photo, day: dayOf(clock()) }))
          ? photoKey(connection, ring, district, photo)
          : undefined,
      )
      // For minutes only: whoever takes it back is seen no longer.
      return servedPhoto(reply, store, key, { district, photo, cache: 'private, max-age=300' })
    },
  )
}

/** Whose somebody reads: a worker their own at their grid, a community those of its grids. */
function whoseOf(actor: Actor) {
  const { role, unit, id } = actor
  if (unit === undefined) return undefined
  if (role === 'gridWorker' || role === 'gridLeader') return { worker: id, grid: unit }
  return isOfCommunity(actor) ? { community: unit } : undefined
}

const notYours = refusal(
  'notYou',
  '网格员照片由网格员本人和所在社区管理',
  'photos of grid workers are looked after by themselves and their community',
)
