import { type Static, Type } from 'typebox'
import { Words } from '../words.ts'

/** One step of a district's beginning, as its data tell: what is there, what is missing, and what else there is to know. */
export const StartStep = Type.Object({
  name: Type.String(),
  state: Type.Enum(['open', 'begun', 'done']),
  there: Type.Array(Words),
  missing: Type.Array(Words),
  hints: Type.Array(Words),
})
export type StartStep = Static<typeof StartStep>

export const Start = Type.Object({ complete: Type.Boolean(), steps: Type.Array(StartStep) })
export type Start = Static<typeof Start>
