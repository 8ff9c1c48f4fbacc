import { type Static, Type } from 'typebox'
import { Day, Instant } from '#kernel/moments.ts'
import { Post } from '#kernel/people/actor.ts'
import { Text } from '#kernel/text.ts'
import { Uuid } from '#kernel/uuid.ts'
import { Words } from '#kernel/words.ts'

const closed = { additionalProperties: false }
const Code = Type.String({ minLength: 1, maxLength: 60 })

/** A case that a special task is about. */
const About = Type.Object({ id: Uuid, number: Type.String({ maxLength: 20 }) }, closed)
export type About = Static<typeof About>

/** So many of one kind in so many days, and one task is proposed in place of many closings. */
export const spotSize = 3
export const spotDays = 30
/** More cases of one kind are enough to see it by. */
export const mostCases = 200

/** What a hot spot is: cases of one category at one place, or of one reporter there, who is not named. */
export const Spot = Type.Object(
  {
    by: Type.Enum(['place', 'reporter']),
    /** The same for the same place or reporter and the same category, and telling nothing of either. */
    key: Type.String({ maxLength: 100 }),
    category: Code,
    categoryName: Words,
    place: Type.String({ maxLength: 200 }),
    street: Type.Optional(Code),
    community: Type.Optional(Code),
  },
  closed,
)
export type Spot = Static<typeof Spot>

const known = {
  ...Spot.properties,
  district: Type.String(),
  id: Uuid,
  version: Type.Integer({ minimum: 0 }),
  cases: Type.Array(About, { maxItems: mostCases }),
  proposedAt: Instant,
  holder: Post,
  /** Since when the next level up has known that nobody has decided. */
  warnedAt: Type.Optional(Instant),
}
const plan = { plan: Text(1000), until: Day, takenAt: Instant }

/** A special task (专项任务), state by state. */
export const Special = Type.Union([
  Type.Object({ ...known, state: Type.Literal('proposed') }, closed),
  Type.Object({ ...known, ...plan, state: Type.Literal('taken') }, closed),
  Type.Object({ ...known, ...plan, state: Type.Literal('done'), did: Text(1000), doneAt: Instant }, closed),
  Type.Object({ ...known, state: Type.Literal('setAside'), because: Text(500), setAsideAt: Instant }, closed),
])
export type Special = Static<typeof Special>

export const Propose = Type.Object(
  { ...Spot.properties, cases: Type.Array(About, { minItems: spotSize, maxItems: mostCases }) },
  closed,
)
export const Grow = Type.Object({ cases: Type.Array(About, { minItems: 1, maxItems: mostCases }) }, closed)
export const Take = Type.Object({ plan: Text(1000), until: Day }, closed)
export const Conclude = Type.Object({ did: Text(1000) }, closed)
export const SetAside = Type.Object({ because: Text(500) }, closed)
export const Nothing = Type.Object({}, closed)

/** A special task as everybody reads it who sees it: nothing in it is personal. */
export const SeenSpecial = Type.Object(
  {
    id: Uuid,
    version: Type.Integer(),
    state: Type.Enum(['proposed', 'taken', 'done', 'setAside']),
    by: Type.Enum(['place', 'reporter']),
    category: Code,
    categoryName: Words,
    place: Type.String(),
    cases: Type.Array(About),
    proposedAt: Instant,
    plan: Type.Optional(Type.String()),
    until: Type.Optional(Day),
    takenAt: Type.Optional(Instant),
    did: Type.Optional(Type.String()),
    doneAt: Type.Optional(Instant),
    because: Type.Optional(Type.String()),
    setAsideAt: Type.Optional(Instant),
  },
  closed,
)
export type SeenSpecial = Static<typeof SeenSpecial>

/** A special task as a line of a list, with what whoever asks may do with it. */
export const SpecialRow = Type.Object({ ...SeenSpecial.properties, may: Type.Array(Type.String()) }, closed)
export type SpecialRow = Static<typeof SpecialRow>

/** A page of special tasks. */
export const SpecialPage = Type.Object({ rows: Type.Array(SpecialRow), more: Type.Boolean() })
export type SpecialPage = Static<typeof SpecialPage>
