import { type Static, Type } from 'typebox'
import { Instant } from '#kernel/moments.ts'
import { Uuid } from '#kernel/uuid.ts'

const closed = { additionalProperties: false }
const known = {
  ...{ district: Type.String(), id: Uuid, version: Type.Integer({ minimum: 0 }) },
  /** Whose photo it is: the account, and what they are called at their post. */
  worker: Type.Object({ id: Type.String(), name: Type.String() }, closed),
  ...{ grid: Type.String(), gridName: Type.String(), community: Type.String(), street: Type.String() },
  agreedAt: Instant,
}

/** That a grid worker agreed to have their photo on their grid's card, and the photo that is there. */
export const Portrait = Type.Union([
  Type.Object({ ...known, state: Type.Literal('agreed') }, closed),
  Type.Object(
    {
      ...{ ...known, state: Type.Literal('shown'), photo: Uuid },
      ...{ putBy: Type.Object({ id: Type.String(), name: Type.String() }, closed), putAt: Instant },
    },
    closed,
  ),
  Type.Object({ ...known, state: Type.Literal('withdrawn'), withdrawnAt: Instant }, closed),
])
export type Portrait = Static<typeof Portrait>

export const PutPhoto = Type.Object({ photo: Uuid }, closed)
export const Nothing = Type.Object({}, closed)

/** As the worker and their community read it. */
export const SeenPortrait = Type.Object(
  {
    ...{ id: Uuid, version: Type.Integer(), state: Type.Enum(['agreed', 'shown', 'withdrawn']) },
    ...{ worker: Type.String(), grid: Type.String(), gridName: Type.String(), mine: Type.Boolean(), agreedAt: Instant },
    photo: Type.Optional(Type.String({ description: 'its address' })),
  },
  closed,
)
export type SeenPortrait = Static<typeof SeenPortrait>

/** Of a worker their own, of a community those who agreed; and whether whoever asks could agree. */
export const PortraitList = Type.Object({
  mayAgree: Type.Boolean(),
  rows: Type.Array(Type.Object({ ...SeenPortrait.properties, may: Type.Array(Type.String()) })),
  next: Type.Optional(Type.String()),
})
export type PortraitList = Static<typeof PortraitList>
