import { type Static, Type } from 'typebox'
import { Day, Instant } from '#kernel/moments.ts'
import { Text } from '#kernel/text.ts'
import { Uuid } from '#kernel/uuid.ts'
import { Personal, Secret } from '#kernel/vault/personal.ts'
import { Unit } from './branch.ts'

const closed = { additionalProperties: false }
const MemberKind = Type.Enum(['employed', 'unposted'])
export const AreaKind = Type.Enum(['building', 'path', 'lampRow', 'green', 'parking', 'other'])

/** So many areas somebody looks after at once at most. */
export const mostClaims = 10
/** How long before a claim lapses its holder is reminded, in days. */
export const remindedBefore = 14

/** An area (责任区) that a member looks after, with what they promise: their own words, which lie in the vault. */
export const Claim = Type.Object(
  {
    ...{ id: Uuid, kind: AreaKind, where: Secret, promise: Secret, claimedAt: Instant },
    /** The last day on which it stands, unless it is renewed. */
    until: Day,
    reminded: Type.Optional(Type.Boolean()),
  },
  closed,
)
export type Claim = Static<typeof Claim>

const known = {
  ...{ district: Type.String(), id: Uuid, version: Type.Integer({ minimum: 0 }) },
  ...{ declarer: Type.String(), kind: MemberKind, declaredAt: Instant },
  ...{ estate: Unit, estateName: Type.String(), community: Unit, street: Type.String() },
  /** As what they first claimed an area, and when: what was once done is not undone by its end. Gone with the person. */
  claimedAs: Type.Optional(MemberKind),
  claimedAt: Type.Optional(Instant),
}

/** What one member declares (亮身份) where they live, state by state. It says nothing of their branch at work. */
export const Declaration = Type.Union([
  Type.Object(
    {
      ...{ ...known, state: Type.Literal('declared'), shownName: Type.Optional(Secret) },
      claims: Type.Array(Claim, { maxItems: mostClaims }),
    },
    closed,
  ),
  Type.Object({ ...known, state: Type.Literal('withdrawn'), withdrawnAt: Instant }, closed),
])
export type Declaration = Static<typeof Declaration>

/** What neighbours may call a member by: no number. */
const ShownName = Type.String({
  ...Text(12),
  pattern: '^(?=.*\\S)[^0-9０-９\\u0000-\\u001f\\u007f\\u202a-\\u202e\\u2066-\\u2069]+$',
})

export const Declare = Type.Object({ estate: Unit, kind: MemberKind, shownName: Type.Optional(Personal(ShownName)) }, closed)
export const ClaimArea = Type.Object({ kind: AreaKind, where: Personal(Text(60)), promise: Personal(Text(200)) }, closed)
export const OfClaim = Type.Object({ claim: Uuid }, closed)
export const ShowName = Type.Object({ name: Personal(ShownName) }, closed)
export const Nothing = Type.Object({}, closed)
