import { type Static, Type } from 'typebox'
import { Uuid } from '../../uuid.ts'
import { Words } from '../../words.ts'

/** Where events are announced to. */
export const ShownWebhook = Type.Object({
  id: Uuid,
  name: Type.String(),
  address: Type.String(),
  events: Type.Union([Type.Literal('all'), Type.Array(Type.String())]),
  paused: Type.Boolean(),
  madeAt: Type.String(),
  madeBy: Type.String(),
})
export type ShownWebhook = Static<typeof ShownWebhook>

/** What became of a delivery, as it is shown. */
export const Delivery = Type.Object({
  id: Uuid,
  event: Type.String(),
  item: Type.String(),
  sequence: Type.Integer(),
  state: Type.Enum(['waiting', 'failing', 'delivered', 'givenUp']),
  attempts: Type.Integer(),
  madeAt: Type.String(),
  nextAt: Type.Optional(Type.String({ description: 'when it is tried next, at the earliest' })),
  deliveredAt: Type.Optional(Type.String()),
  givenUpAt: Type.Optional(Type.String()),
  lastError: Type.Optional(Words),
})
export type Delivery = Static<typeof Delivery>
