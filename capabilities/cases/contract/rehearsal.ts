import { type Static, Type } from 'typebox'
import { Words } from '#kernel/words.ts'

/** What was, and what would have been. */
export const Told = Type.Object({ before: Words, after: Words })
export type Told = Static<typeof Told>

/** The steps whose limits a category sets. */
export const RehearsedStep = Type.Enum(['accept', 'solve', 'receive', 'contact', 'resolve'])
export type RehearsedStep = Static<typeof RehearsedStep>

const Moved = Type.Object({
  cases: Type.Integer(),
  minutes: Type.Integer({
    description: 'the median by which they would have been due earlier or later, in minutes of the clock',
  }),
})

/** How the latest cases would have gone under a draft of a category. Numbers and rules only: nobody's words. */
export const Rehearsal = Type.Object({
  of: Type.Integer({ description: 'so many cases there were to look at, 500 at most' }),
  looked: Type.Integer({ description: 'so many were looked at within the time that there is' }),
  suggested: Type.Integer({ description: 'for which another category would have been suggested' }),
  leads: Type.Integer({ description: 'which the rules would have sent to another lead unit' }),
  accepting: Type.Integer({ description: 'which another post would have accepted' }),
  limits: Type.Array(Type.Object({ step: RehearsedStep, shorter: Moved, longer: Moved })),
  rare: Type.Array(Type.String(), { description: 'changed words that fewer than three reporters used: not counted' }),
  examples: Type.Array(
    Type.Object({
      number: Type.String(),
      id: Type.Optional(Type.String({ description: 'where the reader may open it' })),
      changes: Type.Array(Type.Object({ what: Type.Enum(['suggested', 'lead', 'accepting', 'limit']), ...Told.properties })),
    }),
    { description: 'at most 20' },
  ),
})
export type Rehearsal = Static<typeof Rehearsal>
