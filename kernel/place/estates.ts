import { byName, closest } from './closeness.ts'
import type { Point } from './coordinates.ts'
import { apart } from './near.ts'
import type { Estate } from './store/estates.ts'

/**
 * Estates in the order in which somebody looks for theirs: the closest name, then the nearest where that is known, then by name. A
 * whole code finds its estate too.
 */
export function inOrder(estates: readonly Estate[], typed: string, here?: Point): Estate[] {
  const coded = estates.filter(({ code }) => code === typed.trim())
  if (coded.length > 0) return coded
  return closest(estates, typed, (one, other) => far(one, here) - far(other, here) || byName(one, other))
}

/** An estate that no map knows yet comes after those that one does. */
const farthest = 1000
const far = ({ point }: Estate, here: Point | undefined): number =>
  here === undefined ? 0 : point === undefined ? farthest : apart(here, point)
