import { type Static, Type } from 'typebox'
import { keysOf } from '#kernel/words.ts'
import { kinds } from './kinds.ts'

const closed = { additionalProperties: false }
const Kind = Type.Enum(keysOf(kinds))
export const limits = [5, 10, 15] as const
const Minutes = Type.Integer({ enum: [...limits], description: 'how far people walk' })

/** Of which kind, all if none is named, and within how many minutes' walk. */
export const CoverageAsked = Type.Object({ kind: Type.Optional(Kind), minutes: Type.Optional(Minutes) }, closed)
export const SitesAsked = Type.Object(
  { ...CoverageAsked.properties, k: Type.Optional(Type.Integer({ minimum: 1, maximum: 10, description: 'how many places' })) },
  closed,
)

const Within = Type.Object({
  minutes: Type.Integer(),
  covered: Type.Integer(),
  share: Type.Optional(Type.Number()),
  buildings: Type.Integer({ description: 'that have none' }),
})
const Estate = {
  code: Type.String(),
  name: Type.String(),
  community: Type.String(),
  longitude: Type.Number(),
  latitude: Type.Number(),
  buildings: Type.Integer(),
}
const Counted = Type.Enum(['residents', 'buildings'])

/** Who has a station within a walk: by kind, and the estates of those who have none of the kind that was asked for. */
export const ToldCoverage = Type.Object({
  asOf: Type.String({ format: 'date-time' }),
  counted: Counted,
  residents: Type.Integer(),
  buildings: Type.Integer(),
  any: Type.Array(Within),
  kinds: Type.Array(Type.Object({ kind: Kind, within: Type.Array(Within) })),
  without: Type.Array(Type.Object({ ...Estate, residents: Type.Integer() })),
})
export type ToldCoverage = Static<typeof ToldCoverage>

/** The estates in which the next stations would reach most of those who have none, in the order of what each adds. */
export const Siting = Type.Object({
  asOf: Type.String({ format: 'date' }),
  counted: Counted,
  uncovered: Type.Integer(),
  covered: Type.Integer(),
  atMost: Type.Integer(),
  proven: Type.Boolean(),
  sites: Type.Array(Type.Object({ ...Estate, adds: Type.Integer() })),
})
export type Siting = Static<typeof Siting>
