import { type Static, Type } from 'typebox'
import { keysOf, Words } from '#kernel/words.ts'
import { forces } from './kinds.ts'

/** What residents read of a grid that they live in: who looks after it, who helps, and what for. No number of anybody's. */
export const GridCard = Type.Object({
  code: Type.String(),
  name: Type.String(),
  level: Type.Integer(),
  dedicated: Type.Boolean(),
  workers: Type.Array(
    Type.Object({
      ...{ name: Type.String(), role: Type.String() },
      photo: Type.Optional(Type.String({ description: 'the address of their photo, if they agreed to show one' })),
    }),
  ),
  reinforcements: Type.Array(
    Type.Object({
      called: Type.String(),
      force: Type.Enum(keysOf(forces)),
      skills: Type.Optional(Type.String()),
      hours: Type.Optional(Type.String()),
    }),
  ),
  partTime: Type.Array(Type.Object({ called: Type.String(), organisation: Type.String() })),
  networks: Type.Array(Type.Object({ name: Words, items: Type.Array(Type.String()) })),
  group: Type.Optional(
    Type.Object({
      name: Type.String(),
      invitation: Type.Optional(
        Type.String({ description: 'what its code says, while it is valid; for residents who are signed in' }),
      ),
    }),
  ),
})
export type GridCard = Static<typeof GridCard>
