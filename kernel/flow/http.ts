import type { FastifyRequest } from 'fastify'
import { type Static, Type } from 'typebox'
import { idOf } from '../database/ids.ts'
import { networkOf } from '../http/addresses.ts'
import type { App } from '../http/app.ts'
import { Device, noDevice } from '../http/device.ts'
import { orProblem, problems } from '../http/problem.ts'
import { Instant } from '../moments.ts'
import { namelessOf, residentOf } from '../people/nameless.ts'
import { allow, attempt } from '../people/throttle.ts'
import { type DistrictOf, notSignedIn, visitorOf } from '../people/whoIs.ts'
import { Uuid } from '../uuid.ts'
import { ahead } from '../vault/looks.ts'
import { words } from '../words.ts'
import type { AnyItem } from './command.ts'
import type { Capability, House } from './house.ts'
import { perform } from './perform.ts'
import { isRefusal, type Refusal, refusal } from './refusal.ts'
import { see } from './see.ts'
import { scopeOfPhone } from './store/keys.ts'
import { FlowDescription, replySchema, viewSchema } from './view.ts'

/** What comes with every command, beside its input. */
const Envelope = Type.Object({
  'idempotency-key': Type.String({
    minLength: 8,
    maxLength: 200,
    description: 'chosen by the sender; the same again for the same command',
  }),
  'linli-device': Type.Optional(Device),
  'linli-based-on': Type.Optional(Type.Integer({ minimum: 0, description: 'the version that the person saw' })),
  'linli-after': Type.Optional(Type.String({ maxLength: 200, description: 'the key of the command queued before this one' })),
  'linli-said-at': Type.Optional(Type.String({ ...Instant, description: "the phone's time when the button was pressed" })),
  'linli-post': Type.Optional(
    Type.String({ maxLength: 100, description: 'the post to act at, of those that the account holds' }),
  ),
})

/** Whether an item is asked for ahead, to be handled later without a network: whom it is about reads it so. */
export const Ahead = Type.Object({ ahead: Type.Optional(Type.Boolean()) })
export const whyOf = ({ ahead: isAhead }: { ahead?: boolean }) => (isAhead ? { reason: ahead } : {})

/** Gives a flow its addresses: one to begin an item (a second way to begin has its own), one for each command, and one to see an item. */
export function addFlowRoutes<Item extends AnyItem, Facts>(
  app: App,
  house: House,
  capability: Capability<Item, Facts>,
  { nobodyMay, districtOf }: { nobodyMay: readonly string[]; districtOf: DistrictOf },
) {
  const { flow } = capability
  const tags = [flow.path]
  const params = Type.Object({ id: Uuid })
  const response = { 200: replySchema(flow), ...problems }

  app.get(
    `/api/${flow.path}/:id`,
    { schema: { tags, summary: flow.label.zh, params, querystring: Ahead, response: { 200: viewSchema(flow), ...problems } } },
    async (request) => {
      const visitor = await visitorOf(house.database, house.clock, request)
      return orProblem(
        visitor ? await see(house, capability, visitor.actor, request.params.id, whyOf(request.query)) : notSignedIn,
      )
    },
  )

  const described = {
    label: flow.label,
    states: flow.states,
    commands: Object.fromEntries(
      Object.entries(flow.commands).map(([name, { zh, input, from, to, by, passesOn, onOccasion }]) => [
        name,
        { zh, input, from: [...from], to: [...to], by: [...by], passesOn, onOccasion },
      ]),
    ),
  }
  app.get(
    `/api/flows/${flow.path}`,
    { schema: { tags, summary: `${flow.label.zh}的状态与命令`, response: { 200: FlowDescription, ...problems } } },
    () => described,
  )

  const beginning = Object.keys(flow.commands).find((name) => flow.commands[name]?.from.includes('new'))
  for (const [name, command] of Object.entries(flow.commands)) {
    const begins = command.from.includes('new')
    const timerOnly = command.by.every(({ en }) => en === 'the timer')
    if (timerOnly) continue
    const schema = { tags, summary: command.zh, headers: Envelope, body: command.input, response }
    const carry = async (
      request: FastifyRequest,
      headers: Static<typeof Envelope>,
      given: string | undefined,
      input: unknown,
    ) => {
      const key = headers['idempotency-key']
      const visitor = await visitorOf(house.database, house.clock, request)
      if (!visitor && !nobodyMay.includes(name)) return notSignedIn
      const device = headers['linli-device']
      if (!visitor && device === undefined) return noDevice
      const scope = visitor ? visitor.actor.id : scopeOfPhone(house.ring, device ?? '')
      const slowed = visitor ? undefined : await slow(house, await districtOf(request), networkOf(request), scope)
      if (slowed) return slowed
      const id = given ?? (visitor && capability.idFor?.(visitor.actor)) ?? idFrom(scope, key)
      // Somebody not signed in is nobody but the one who will hold this item's query code; a phone that joins it is the same one each time.
      const actor = visitor?.actor ?? residentOf(await districtOf(request), namelessOf(begins ? id : idFrom(scope, id)))
      // What anybody may send, somebody with a query code sends only about its case; the rest asks who is a party to the item.
      if (visitor?.session.kind === 'code' && visitor.session.item !== id && nobodyMay.includes(name))
        return refusal('notYou', '查询码只能用于它的那一件事项', 'a query code is good for its own case only')
      const basedOn = headers['linli-based-on']
      const after = headers['linli-after']
      const saidAt = headers['linli-said-at']
      const carried = await perform(house, capability, {
        ...{ name, id, input, actor, key, scope },
        ...(basedOn !== undefined && { basedOn }),
        ...(headers['linli-device'] !== undefined && { device: headers['linli-device'] }),
        ...(after !== undefined && { after }),
        ...(saidAt !== undefined && { saidAt }),
      })
      if (isRefusal(carried)) return carried
      const view = await see(house, capability, actor, id)
      return { ...carried, view: isRefusal(view) ? null : view }
    }
    if (begins)
      app.post(name === beginning ? `/api/${flow.path}` : `/api/${flow.path}/${name}`, { schema }, async (request) => {
        const { id, ...input } = withId(request.body)
        return orProblem(await carry(request, request.headers, id, id === undefined ? input : { ...input, id }))
      })
    else
      app.post(`/api/${flow.path}/:id/${name}`, { schema: { ...schema, params } }, async (request) =>
        orProblem(await carry(request, request.headers, request.params.id, request.body)),
      )
  }
}

const withId = (body: unknown): { id?: string } & Record<string, unknown> =>
  typeof body === 'object' && body !== null ? Object.fromEntries(Object.entries(body)) : {}

/** An id that a sender and what they name come to: the same for the same key, so that a repeat finds the same item. */
const idFrom = (scope: string, name: string): string => idOf(`${scope}\n${name}`)

const sent = words('报单、补充等送出的内容', 'reports and what else is sent')
const allowed = {
  phone: allow({ name: 'commands of a phone', what: sent, per: 'phone', most: 60, minutes: 60 }),
  stranger: allow({ name: 'commands from an address', what: sent, per: 'stranger', most: 600, minutes: 60 }),
}

/** Whether somebody not signed in sends too much: from a phone, or from an address, which a neighbourhood may share. */
const slow = async ({ database, clock }: House, district: string, address: string, scope: string): Promise<Refusal | undefined> =>
  (await attempt(database, district, allowed.phone, scope, clock())) ??
  (await attempt(database, district, allowed.stranger, address, clock()))
