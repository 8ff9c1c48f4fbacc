import { type Static, Type } from 'typebox'
import { Located } from './located.ts'

/** A unit as pickers show it. */
export const Unit = Type.Object({
  code: Type.String(),
  name: Type.String(),
  kind: Type.String(),
  parent: Type.Optional(Type.String()),
  street: Type.Optional(Type.String()),
  community: Type.Optional(Type.String()),
  communityName: Type.Optional(Type.String()),
})
export type Unit = Static<typeof Unit>

export const Units = Type.Object({ rows: Type.Array(Unit), next: Type.Optional(Type.String()) })
export type Units = Static<typeof Units>

/** Estates in the order in which one looks for theirs; `more` where typing a part of the name would find others. */
export const Estates = Type.Object({ rows: Type.Array(Unit), more: Type.Boolean() })
export type Estates = Static<typeof Estates>

/** Grids as pickers show them; `more` where typing a part of the name would find others. */
export const Grids = Type.Object({
  rows: Type.Array(Type.Object({ ...Unit.properties, level: Type.Integer() })),
  more: Type.Boolean(),
})
export type Grids = Static<typeof Grids>

/** What a code stands for: a unit or a grid. */
export const CodedPlace = Type.Object({
  type: Type.Enum(['unit', 'grid']),
  code: Type.String(),
  name: Type.String(),
  kind: Type.String(),
  label: Type.String(),
  where: Located,
  estate: Type.Optional(Type.String()),
  point: Type.Optional(
    Type.Object(
      { longitude: Type.Number(), latitude: Type.Number() },
      { description: 'WGS 84; of an estate or building that has one' },
    ),
  ),
})
export type CodedPlace = Static<typeof CodedPlace>

/** The shape of what has an area, as GeoJSON has it: WGS 84. */
export type Outline = { type: 'Polygon'; coordinates: number[][][] } | { type: 'MultiPolygon'; coordinates: number[][][][] }

export const Boundary = Type.Object({
  type: Type.Literal('Feature'),
  id: Type.String(),
  properties: Type.Object({ code: Type.String(), name: Type.String(), kind: Type.String() }),
  geometry: Type.Unsafe<Outline>({ type: 'object', additionalProperties: true }),
})
export type Boundary = Static<typeof Boundary>

export const Boundaries = Type.Object({ type: Type.Literal('FeatureCollection'), features: Type.Array(Boundary) })
export type Boundaries = Static<typeof Boundaries>

/** Tiles of somebody else's that maps lay under our boundaries, where there are any to be shown to whoever asks. */
export const Tiles = Type.Object({
  tiles: Type.Optional(Type.Object({ address: Type.String(), attribution: Type.String() })),
})
export type Tiles = Static<typeof Tiles>
