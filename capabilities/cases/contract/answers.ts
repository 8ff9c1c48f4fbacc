import { type Static, Type } from 'typebox'
import { Day } from '#kernel/moments.ts'
import { Words } from '#kernel/words.ts'
import { CaseRow } from './seen.ts'

// What the interface of cases tells besides the cases themselves: the routes answer by it, and the pages have their types from it.

/** What was reported nearby of late: its matter and place, nobody’s words. */
export const SimilarCase = Type.Object({
  id: Type.String(),
  number: Type.String(),
  state: Type.String(),
  category: Type.String(),
  place: Type.String(),
  gist: Type.Array(Type.String()),
  /** The day, and no closer: whoever saw a neighbour with a phone in hand is not told that it was this. */
  reportedOn: Day,
  followers: Type.Integer(),
  metres: Type.Optional(Type.Integer({ description: 'rounded up to 50' })),
  /** Whoever asks reported or joined it, and cannot join it. */
  own: Type.Optional(Type.Literal(true)),
  /** What a worker let everybody read of how it was solved. */
  summary: Type.Optional(Type.String()),
})
export type SimilarCase = Static<typeof SimilarCase>

/** What words suggest: a category, how sure that is, and why. */
export const Suggestion = Type.Object({
  category: Type.Optional(Type.String()),
  gist: Type.Array(Type.String()),
  /** How sure it is, 0 to 1, and why. */
  confidence: Type.Optional(Type.Number()),
  because: Type.Array(Words),
})
export type Suggestion = Static<typeof Suggestion>

/** A group of categories. */
export const CategoryGroup = Type.Object({ code: Type.String(), name: Words })
export type CategoryGroup = Static<typeof CategoryGroup>

/** What was solved nearby, as everybody reads it. */
export const SolvedCases = Type.Object({
  rows: Type.Array(
    Type.Object({
      id: Type.String(),
      category: Words,
      place: Type.Optional(Type.String({ description: 'the estate, or the street of what lies in none' })),
      month: Type.String({ description: 'such as 2026-11' }),
      summary: Type.String(),
      photos: Type.Array(Type.String()),
    }),
  ),
  next: Type.Optional(Type.String()),
})
export type SolvedCases = Static<typeof SolvedCases>

/** How cases stand, each beside the query code by which it was asked for; what a code does not open is left out. */
export const CasesByCode = Type.Object({ rows: Type.Array(Type.Object({ code: Type.String(), ...CaseRow.properties })) })
export type CasesByCode = Static<typeof CasesByCode>

/** What a holder asked, as whoever has the link reads it. */
export const AskedQuestion = Type.Object({ number: Type.String(), category: Words, asked: Type.String() })
export type AskedQuestion = Static<typeof AskedQuestion>

/** Conditions on the table of cases, kept under a name. */
export const KeptView = Type.Object({
  id: Type.String(),
  name: Type.String(),
  query: Type.String(),
  shared: Type.Boolean(),
  mine: Type.Boolean(),
})
export type KeptView = Static<typeof KeptView>

/** Cases that lie close together on a map; `id` where it is one. */
export const Cluster = Type.Object({
  longitude: Type.Number(),
  latitude: Type.Number(),
  count: Type.Integer(),
  over: Type.Integer(),
  id: Type.Optional(Type.String()),
})
export type Cluster = Static<typeof Cluster>

/** How many cases wait at a post in each state; of them over, or nearly. */
export const QueueCounts = Type.Object({
  states: Type.Array(Type.Object({ state: Type.String(), count: Type.Integer(), over: Type.Integer(), soon: Type.Integer() })),
})
export type QueueCounts = Static<typeof QueueCounts>

/** A page of a list of cases. */
export const CasePage = Type.Object({ rows: Type.Array(CaseRow), next: Type.Optional(Type.String()) })
export type CasePage = Static<typeof CasePage>

/** How many cases a list has; where there are `more`, `count` is as far as anybody counts. */
export const CaseCount = Type.Object({ count: Type.Integer(), more: Type.Boolean() })
export type CaseCount = Static<typeof CaseCount>

const unit = { unit: Type.String(), name: Type.String() }
/** Who could handle a case. */
export const Handlers = Type.Object({
  lead: Type.Optional(Type.Object(unit, { description: 'whom the category leads to at this place' })),
  assisting: Type.Array(Type.Object(unit), { description: 'who usually assists' }),
  before: Type.Array(Type.Object({ ...unit, times: Type.Integer() }), {
    description: 'who solved such cases in this street, of the latest 200 of a year; fewer than three are left out',
  }),
})
export type Handlers = Static<typeof Handlers>

/** How to reach a reporter. */
export const Contact = Type.Object({
  name: Type.Optional(Type.String()),
  phone: Type.Optional(Type.String()),
  home: Type.Optional(Type.String()),
})
export type Contact = Static<typeof Contact>

/** How a case stands that hangs together with another. */
export const RelatedCase = Type.Object({
  id: Type.String(),
  number: Type.String(),
  state: Type.String(),
  matter: Words,
  place: Type.String(),
})
export type RelatedCase = Static<typeof RelatedCase>

/** A report that was merged into a case, as whoever handles that one reads it. */
export const MergedReport = Type.Object({
  id: Type.String(),
  number: Type.String(),
  reportedAt: Type.String(),
  place: Type.String(),
  words: Type.String(),
  where: Type.Optional(Type.String()),
  photos: Type.Array(Type.String()),
})
export type MergedReport = Static<typeof MergedReport>
