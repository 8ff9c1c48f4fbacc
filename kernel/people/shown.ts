import { type Static, Type } from 'typebox'
import { Headline } from '../record/shown.ts'
import { Uuid } from '../uuid.ts'
import type { SessionRow } from './sessions.ts'

/** Whoever asks, as their pages need them. */
export const Me = Type.Object({
  signedIn: Type.Boolean(),
  district: Type.String(),
  /** One's own account, or the party that a query code stands for. */
  account: Type.Optional(Type.String()),
  kind: Type.Optional(Type.String()),
  name: Type.Optional(Type.String()),
  role: Type.Optional(Type.String()),
  unit: Type.Optional(Type.String()),
  post: Type.Optional(Type.String()),
  item: Type.Optional(Type.String()),
  posts: Type.Array(Type.Object({ id: Type.String(), role: Type.String(), unit: Type.String(), standsIn: Type.Boolean() })),
  /** What has to be done first: a new password, a second factor, or going to the office. */
  first: Type.Optional(Type.Enum(['password', 'secondFactor', 'office'])),
  /** Whether there are posts that administer, which are not acted at from here. */
  withheld: Type.Optional(Type.Literal(true)),
  secondFactor: Type.Boolean(),
  /** After how many minutes without a touch one is signed out. */
  idleMinutes: Type.Optional(Type.Integer()),
})
export type Me = Static<typeof Me>

/** Where somebody is signed in: the `id` names a session to end, and opens none; `here` is the one that asks. */
export const SessionRows = Type.Array(
  Type.Object({ id: Type.String(), device: Type.String(), here: Type.Boolean(), madeAt: Type.String(), endsAt: Type.String() }),
)
export type SessionRows = Static<typeof SessionRows>
export const shownSessions = (rows: readonly SessionRow[]) =>
  rows.map(({ id, device, here, made_at, ends_at }) => ({
    id,
    device,
    here,
    madeAt: made_at.toISOString(),
    endsAt: ends_at.toISOString(),
  }))

/** Looks at one's own data; `about` says what the item is, and `flow` of which it is one, where it is one's own. */
export const LooksAtMe = Type.Array(
  Type.Object({
    item: Type.Optional(Type.String()),
    about: Type.Optional(Headline),
    flow: Type.Optional(Type.String()),
    fields: Type.Array(Type.String()),
    masked: Type.Array(Type.String(), { description: 'those of them that were shown half hidden alone' }),
    by: Type.String(),
    role: Type.String(),
    unit: Type.Optional(Type.String()),
    reason: Type.String(),
    at: Type.String(),
  }),
)
export type LooksAtMe = Static<typeof LooksAtMe>

/** Looks at personal data one by one, as an audit sees them. */
export const EachLook = Type.Object({
  rows: Type.Array(
    Type.Object({
      ...{ id: Uuid, at: Type.String(), by: Type.String(), name: Type.String(), role: Type.String() },
      ...{ unit: Type.Optional(Type.String()), unitName: Type.Optional(Type.String()) },
      ...{ fields: Type.Array(Type.String()), reason: Type.String() },
    }),
  ),
  next: Type.Optional(Uuid),
})
export type EachLook = Static<typeof EachLook>

/** The same, added up by person, unit or day. */
export const LookSums = Type.Object({
  rows: Type.Array(
    Type.Object({
      ...{ key: Type.String(), name: Type.Optional(Type.String()), role: Type.Optional(Type.String()) },
      ...{ unit: Type.Optional(Type.String()), unitName: Type.Optional(Type.String()) },
      ...{ looks: Type.Integer(), cases: Type.Integer(), people: Type.Integer() },
      fields: Type.Record(Type.String(), Type.Integer()),
    }),
  ),
  more: Type.Boolean(),
})
export type LookSums = Static<typeof LookSums>
