import type { Look } from '../Shape.tsx'

/** One thing on the map, in the colour and shape of how it stands. */
export interface Pin {
  id: string
  point: readonly [number, number]
  look: Look
  /** What it is, for whoever hears it read out. */
  label: string
}
