import { type Static, Type } from 'typebox'
import { WhyNot } from '#kernel/flow/view.ts'
import { Instant } from '#kernel/moments.ts'
import { Post } from '#kernel/people/actor.ts'
import { Text } from '#kernel/text.ts'
import { Uuid } from '#kernel/uuid.ts'
import { keysOf } from '#kernel/words.ts'
import { kinds } from './kinds.ts'

const closed = { additionalProperties: false }
const Code = Type.String({ minLength: 1, maxLength: 60, pattern: '^[A-Za-z0-9._-]+$' })

/** What a bulletin can be about. */
const Kind = Type.Enum(keysOf(kinds))

/** So many places a bulletin names at most, and so often it is corrected. */
export const mostPlaces = 60
export const mostCorrections = 20

/** An estate, building or whole community that a bulletin is for, with the units above it. */
export const Concerned = Type.Object(
  {
    code: Code,
    name: Type.String({ maxLength: 200 }),
    estate: Type.Optional(Code),
    community: Type.Optional(Code),
    street: Type.Optional(Code),
  },
  closed,
)
export type Concerned = Static<typeof Concerned>

const said = {
  what: Text(500),
  from: Instant,
  until: Instant,
  advice: Type.Optional(Text(500)),
  call: Type.Optional(Text(100)),
}
/** What a bulletin says. */
const Wording = Type.Object({ ...said, places: Type.Array(Concerned, { maxItems: mostPlaces }) }, closed)
export type Wording = Static<typeof Wording>

/** What it said before it was corrected, and until when. */
const Earlier = Type.Object({ ...Wording.properties, correctedAt: Instant }, closed)

const known = {
  ...Wording.properties,
  district: Type.String(),
  id: Uuid,
  version: Type.Integer({ minimum: 0 }),
  kind: Kind,
  by: Post,
  /** The unit that signs it, by its name. */
  signedBy: Type.String({ maxLength: 200 }),
  publishedAt: Instant,
  earlier: Type.Array(Earlier, { maxItems: mostCorrections }),
}

/** A bulletin (小区通知), state by state. */
export const Bulletin = Type.Union([
  Type.Object({ ...known, state: Type.Literal('published') }, closed),
  Type.Object({ ...known, state: Type.Literal('takenBack'), because: Text(500), takenBackAt: Instant }, closed),
  Type.Object({ ...known, state: Type.Literal('over') }, closed),
])
export type Bulletin = Static<typeof Bulletin>

const places = Type.Array(Code, { minItems: 1, maxItems: mostPlaces, uniqueItems: true })
export const Publish = Type.Object({ kind: Kind, places, ...said }, closed)
export const Correct = Type.Object({ places, ...said }, closed)
export const TakeBack = Type.Object({ because: Text(500) }, closed)
export const Nothing = Type.Object({}, closed)

/** A bulletin as everybody reads it: nothing in it is personal. */
export const SeenBulletin = Type.Object(
  {
    ...Wording.properties,
    id: Uuid,
    version: Type.Integer(),
    state: Type.Enum(['published', 'takenBack', 'over']),
    kind: Kind,
    signedBy: Type.String(),
    publishedAt: Instant,
    earlier: Type.Array(Earlier),
    because: Type.Optional(Type.String()),
    takenBackAt: Type.Optional(Instant),
  },
  closed,
)
export type SeenBulletin = Static<typeof SeenBulletin>

/** A bulletin as a line of a list, with what whoever asks may do with it. */
export const BulletinRow = Type.Object({ ...SeenBulletin.properties, may: Type.Array(Type.String()) }, closed)
export type BulletinRow = Static<typeof BulletinRow>

/** A page of bulletins, and whether whoever reads it may write one. */
export const BulletinPage = Type.Object({
  rows: Type.Array(BulletinRow),
  more: Type.Boolean(),
  signedBy: Type.Optional(Type.String({ description: 'who would sign a new one' })),
  may: Type.Array(Type.String()),
  mayNot: Type.Record(Type.String(), WhyNot),
})
export type BulletinPage = Static<typeof BulletinPage>
