import type { Look } from '../Shape.tsx'

/** One thing on the map, in the colour and shape of how it stands. */
export interface Pin {
  id: string
  point: readonly [number, number]
  look: Look
  /** What it is, for whoever hears it read out. */
  label: string
}

/** How several pins at one spot are spoken of in Chinese: by their measure word, and by what the one on top is among them. */
export interface Heap {
  measure: string
  first: string
}
