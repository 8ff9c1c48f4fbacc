import type { Static } from 'typebox'
import { Type } from 'typebox'

const Code = Type.Optional(Type.String())

/**
 * Which units and grids a place belongs to, from the street down to the deepest grid, and the dedicated grid that lies over it.
 * `near` is just outside of every grid: what is told is the nearest. `outside` tells nothing but how far the nearest is.
 */
export const Located = Type.Object(
  {
    how: Type.Union([Type.Literal('inside'), Type.Literal('near'), Type.Literal('outside')]),
    metres: Type.Optional(Type.Number({ description: 'to the nearest base grid; 0 inside' })),
    street: Code,
    community: Code,
    grid1: Code,
    grid2: Code,
    grid3: Code,
    dedicated: Code,
  },
  { additionalProperties: false },
)
export type Located = Static<typeof Located>
