import { type Static, Type } from 'typebox'
import { Day, Instant } from '../../moments.ts'
import { Text } from '../../text.ts'
import { HangingRow } from '../admin/hanging.ts'
import { Boundary } from '../shown.ts'

const closed = { additionalProperties: false }
const Grid = Type.String({ minLength: 1, maxLength: 60, pattern: '^[A-Za-z0-9._-]+$' })
const Pair = Type.Tuple([Type.Number({ minimum: -180, maximum: 180 }), Type.Number({ minimum: -90, maximum: 90 })])

/** Which part of a grid goes: what a line cuts off, told by a point in it (WGS 84); or some of the grids that lie in it. */
const Part = Type.Union([
  Type.Object({ line: Type.Array(Pair, { minItems: 2, maxItems: 200 }), at: Pair }, closed),
  Type.Object({ below: Type.Array(Grid, { minItems: 1, maxItems: 200, uniqueItems: true }) }, closed),
])

/**
 * A change of boundaries: a part of a base grid goes to another of its level, or becomes a new one, from a day on; without a part all of it
 * goes, and it ends. So a level tiles its community afterwards as it did before.
 */
export const Redrawing = Type.Object(
  {
    grid: Grid,
    part: Type.Optional(Part),
    to: Grid,
    name: Type.Optional(Type.String({ ...Text(60), description: 'of a new grid; none for one that is there' })),
    on: Day,
    words: Text(200),
  },
  closed,
)
export type Redrawing = Static<typeof Redrawing>

/** What would come of it: the boundaries afterwards, and how much is open in them. */
export const Redrawn = Type.Object({
  grids: Type.Array(
    Type.Object({
      ...Boundary.properties,
      properties: Type.Object({
        ...Boundary.properties.properties.properties,
        area: Type.Number({ description: 'square metres' }),
      }),
    }),
  ),
  follow: Type.Array(Type.String(), { description: 'the grids below that go along' }),
  posts: Type.Integer({ description: 'posts that end with the grid, or that a new one has as well' }),
  hangs: Type.Array(HangingRow, { description: 'what else hangs on the grid that ends, with what becomes of it' }),
  open: Type.Integer({ description: 'open cases in them, each of which is looked at again' }),
})
export type Redrawn = Static<typeof Redrawn>

/** One that was decided. */
export const DecidedRedrawing = Type.Object({
  id: Type.String(),
  at: Instant,
  by: Type.String(),
  grid: Type.String(),
  to: Type.String(),
  whole: Type.Boolean(),
  on: Day,
  words: Type.String(),
  moved: Type.Integer({ description: 'open cases that went along' }),
  doneAt: Type.Optional(Instant),
})
export type DecidedRedrawing = Static<typeof DecidedRedrawing>
