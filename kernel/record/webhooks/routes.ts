import { Type } from 'typebox'
import { newId } from '../../database/ids.ts'
import type { Connection } from '../../database/open.ts'
import { within } from '../../database/within.ts'
import type { House } from '../../flow/house.ts'
import { isRefusal, type Refusal, refusal, refuse, unlessRefused } from '../../flow/refusal.ts'
import type { App } from '../../http/app.ts'
import { Ok, ok } from '../../http/done.ts'
import { orProblem, problems } from '../../http/problem.ts'
import { note } from '../../people/admin/trail.ts'
import { signedIn } from '../../people/signedIn.ts'
import { allow, attempt } from '../../people/throttle.ts'
import type { Visitor } from '../../people/whoIs.ts'
import { Text } from '../../text.ts'
import { Uuid } from '../../uuid.ts'
import { Words, words } from '../../words.ts'
import { addressOf, loopbackAllowed } from './address.ts'
import { isDelivery, sendAgain, takeUpAgain } from './deliveries.ts'
import { latestDeliveries } from './latest.ts'
import { post } from './post.ts'
import { Delivery, ShownWebhook } from './shown.ts'
import { freshSecret, openSecret, sealSecret } from './sign.ts'
import { addWebhook, changeWebhook, removeWebhook, type Webhook, webhookIn, webhooksOf } from './store.ts'
import { changeTold, told } from './told.ts'

/** So many webhooks a district may have: each is sent every event. */
const mostWebhooks = 20

const pingsAllowed = allow({
  name: 'pings',
  what: words('试发推送', 'pings of a webhook'),
  per: 'webhook',
  most: 30,
  minutes: 15,
})

/** Webhooks of a district, for its system administrator. `events` are all that there are, as `cases.accept`. */
export function addWebhookRoutes(app: App, house: House, events: readonly string[]) {
  const { database, clock, ring } = house
  const tags = ['webhooks']
  const asVisitor = signedIn(house)

  /** Answers the system administrator, within a transaction; nobody else. */
  const asAdmin = <Answer extends object>(
    request: Parameters<typeof asVisitor>[0],
    answer: (connection: Connection, actor: Visitor['actor']) => Promise<Answer | Refusal>,
  ) =>
    asVisitor(request, async ({ actor }) =>
      orProblem(
        actor.role === 'systemAdmin'
          ? await within(
              database,
              { as: 'command', district: actor.district },
              (connection) => answer(connection, actor),
              unlessRefused,
            )
          : onlyAdmin,
      ),
    )

  const Events = Type.Union([
    Type.Literal('all'),
    Type.Array(Type.Enum([...events]), { minItems: 1, maxItems: events.length, uniqueItems: true }),
  ])
  const Name = Text(60)
  const Address = Type.String({ minLength: 1, maxLength: 500, description: 'https only' })
  const shown = ({ id, name, address, events, paused, madeAt, madeBy }: Webhook) => ({
    ...{ id, name, address, events: events ?? ('all' as const), paused, madeAt, madeBy },
  })
  const params = Type.Object({ id: Uuid })

  app.get(
    '/api/webhooks',
    { schema: { tags, summary: '事件推送', response: { 200: Type.Array(ShownWebhook), ...problems } } },
    (request) => asAdmin(request, async (connection, { district }) => (await webhooksOf(connection, district)).map(shown)),
  )

  const New = Type.Object({ name: Name, address: Address, events: Type.Optional(Events) }, { additionalProperties: false })
  const Made = Type.Object({ webhook: ShownWebhook, secret: Type.String({ description: 'shown this once: keep it' }) })
  app.post(
    '/api/webhooks',
    { schema: { tags, summary: '新增事件推送', body: New, response: { 200: Made, ...problems } } },
    (request) =>
      asAdmin(request, async (connection, actor) => {
        const { district, id: madeBy } = actor
        const { name, address, events = 'all' } = request.body
        const url = addressOf(address, loopbackAllowed())
        if (isRefusal(url)) return url
        const secret = freshSecret()
        const id = newId()
        const webhook = {
          ...{ id, name, address: url.href, events: events === 'all' ? null : events, paused: false, madeBy },
          madeAt: clock().toString(),
        }
        const sealed = sealSecret(ring, district, id, secret)
        const added = await addWebhook(connection, district, { ...webhook, sealed }, mostWebhooks)
        if (!added) return tooManyWebhooks
        await note(connection, actor, clock(), { what: 'webhook made', subject: id, told: told(webhook) })
        return { webhook: shown(webhook), secret }
      }),
  )

  const Change = Type.Object(
    {
      name: Type.Optional(Name),
      address: Type.Optional(Address),
      events: Type.Optional(Events),
      paused: Type.Optional(Type.Boolean({ description: 'what happens meanwhile waits, for 30 days at most' })),
    },
    { additionalProperties: false, minProperties: 1 },
  )
  app.patch(
    '/api/webhooks/:id',
    { schema: { tags, summary: '修改、暂停或恢复事件推送', params, body: Change, response: { 200: ShownWebhook, ...problems } } },
    (request) =>
      asAdmin(request, async (connection, actor) => {
        const { district } = actor
        const { id } = request.params
        const { name, address, events, paused } = request.body
        const url = address === undefined ? undefined : addressOf(address, loopbackAllowed())
        if (isRefusal(url)) return url
        const before = await webhookIn(connection, district, id)
        const changed = await changeWebhook(connection, district, id, {
          ...(name !== undefined && { name }),
          ...(url && { address: url.href }),
          ...(events !== undefined && { events: events === 'all' ? null : events }),
          ...(paused !== undefined && { paused }),
        })
        if (!changed || !before) return noWebhook
        const change = changeTold(before, changed)
        if (change) await note(connection, actor, clock(), { what: 'webhook changed', subject: id, told: change })
        if (paused === false || url) await takeUpAgain(connection, district, id, clock())
        return shown(changed)
      }),
  )

  app.delete(
    '/api/webhooks/:id',
    { schema: { tags, summary: '删除事件推送', params, response: { 200: Ok, ...problems } } },
    (request) =>
      asAdmin(request, async (connection, actor) => {
        const { district } = actor
        const { id } = request.params
        const webhook = await webhookIn(connection, district, id)
        if (!webhook || !(await removeWebhook(connection, district, id))) return noWebhook
        await note(connection, actor, clock(), { what: 'webhook removed', subject: id, told: told(webhook) })
        return ok
      }),
  )

  const Pinged = Type.Object({ arrived: Type.Boolean(), error: Type.Optional(Words) })
  app.post(
    '/api/webhooks/:id/ping',
    { schema: { tags, summary: '试发一次', params, response: { 200: Pinged, ...problems } } },
    async (request) => {
      const found = await asAdmin(request, async (connection, { district }) => {
        const webhook = await webhookIn(connection, district, request.params.id)
        return webhook ? { ...webhook, district } : noWebhook
      })
      if (!('sealed' in found)) return found
      const { district, id: webhook, address, sealed } = found
      const slowed = await attempt(database, district, pingsAllowed, webhook, clock())
      if (slowed) return orProblem<{ arrived: boolean }>(slowed)
      // Nothing is open while the receiver is waited for.
      const id = newId()
      const body = JSON.stringify({ id, district, event: 'ping', at: clock().toString() })
      const error = await post({ id, body, address, secret: openSecret(ring, district, webhook, sealed) }, clock())
      return error ? { arrived: false, error } : { arrived: true }
    },
  )

  app.get(
    '/api/webhooks/:id/deliveries',
    { schema: { tags, summary: '最近的推送', params, response: { 200: Type.Array(Delivery), ...problems } } },
    (request) =>
      asAdmin(request, async (connection, { district }) => {
        const { id } = request.params
        return (await webhookIn(connection, district, id)) ? latestDeliveries(connection, district, id) : noWebhook
      }),
  )

  app.post(
    '/api/webhooks/:id/deliveries/:delivery/again',
    {
      schema: {
        ...{ tags, summary: '再推送一次' },
        params: Type.Object({ id: Uuid, delivery: Uuid }),
        response: { 200: Ok, ...problems },
      },
    },
    (request) =>
      asAdmin(request, async (connection, { district }) => {
        const { id: webhook, delivery: id } = request.params
        if (!(await isDelivery(connection, district, webhook, id))) return noDelivery
        return (await sendAgain(connection, district, { webhook, id }, clock())) ? ok : underWay
      }),
  )
}

const onlyAdmin = refusal('notYou', '只有系统管理员可以管理事件推送', 'only the system administrator looks after webhooks')
const noWebhook = refusal('notFound', '没有这个事件推送，可能已被删除', 'there is no such webhook: it may have been deleted')
const noDelivery = refusal(
  'notFound',
  '没有这次推送，30 天前的已清除',
  'there is no such delivery: those of 30 days ago are gone',
)
const underWay = refusal('notNow', '正在推送，请稍后再试', 'it is being sent at this moment: try again in a minute')
const tooManyWebhooks = refuse(
  `最多 ${mostWebhooks} 个事件推送，请先删除不用的`,
  `a district has at most ${mostWebhooks} webhooks: delete one that is not needed`,
)
