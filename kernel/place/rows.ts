import type { Pair } from './coordinates.ts'
import type { AliasKind, GridKind, GridLevel, StreetForm, UnitKind } from './kinds.ts'

/** Rings of polygons as in GeoJSON, WGS 84: the first ring of each polygon is its outside, closed by its first point. */
export type Polygons = readonly (readonly (readonly Pair[])[])[]

/** A unit as it is written. Days are `YYYY-MM-DD`; `ends` is the first day on which it no longer stands. */
export interface UnitRow {
  code: string
  kind: UnitKind
  form?: StreetForm
  name: string
  parent?: string
  /** The street and the community it lies in; its own code, for one itself. */
  street?: string
  community?: string
  /** The estates that a property company serves. */
  serves?: readonly string[]
  point?: Pair
  outline?: Polygons
  /** How many live in a building. */
  residents?: number
  starts?: string
  ends?: string
}

/** A grid as it is written. */
export interface GridRow {
  code: string
  level: GridLevel
  kind: GridKind
  name: string
  parent?: string
  community: string
  street: string
  boundary: Polygons
}

/** Another name by which a door, a house or a grid is found. */
export interface AliasRow {
  alias: string
  kind: AliasKind
  targetKind: 'unit' | 'grid'
  target: string
}
