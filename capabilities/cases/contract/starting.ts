import { type Static, Type } from 'typebox'
import { Words } from '#kernel/words.ts'
import { UnitCode } from './terms.ts'

/** A body that the starting categories name, and which unit of the district it is, as far as its name tells. */
export const StartingBody = Type.Object({
  code: Type.String(),
  name: Words,
  unitKind: Type.Enum(['bureau', 'utility']),
  categories: Type.Integer({ description: 'so many of those that are not there yet it leads' }),
  unit: Type.Optional(Type.Object({ code: Type.String(), name: Type.String() })),
})
export type StartingBody = Static<typeof StartingBody>

/** The categories that a district can start with, and whom they wait for. */
export const StartingSet = Type.Object({
  categories: Type.Integer(),
  there: Type.Integer({ description: 'so many of them the district has, or had' }),
  bodies: Type.Array(StartingBody),
})
export type StartingSet = Static<typeof StartingSet>

/** Which unit is which body, by the bodies' codes. */
export const Adopt = Type.Object(
  { units: Type.Record(Type.String({ maxLength: 60 }), UnitCode, { maxProperties: 100 }) },
  { additionalProperties: false },
)

/** What became of adopting: how many are there now, and which wait because nobody leads them. */
export const Adopted = Type.Object({
  repeated: Type.Boolean(),
  added: Type.Integer(),
  waiting: Type.Array(Type.Object({ code: Type.String(), name: Words, lead: Words })),
})
export type Adopted = Static<typeof Adopted>
