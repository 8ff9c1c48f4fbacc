import { byName, closest } from './closeness.ts'
import type { Point } from './coordinates.ts'
import { apart } from './near.ts'
import { type Own, ownness } from './own.ts'
import type { Estate } from './store/estates.ts'

interface Whose {
  /** About where they are. */
  here?: Point | undefined
  /** Where they have their post. */
  own?: Own | undefined
}

/**
 * Estates in the order in which somebody looks for theirs: the closest name, then the nearest where that is known, then those of their
 * own unit, then by name. A whole code finds its estate too.
 */
export function inOrder(estates: readonly Estate[], typed: string, { here, own }: Whose = {}): Estate[] {
  const coded = estates.filter(({ code }) => code === typed.trim())
  if (coded.length > 0) return coded
  return closest(
    estates,
    typed,
    (one, other) => far(one, here) - far(other, here) || ownness(own, one) - ownness(own, other) || byName(one, other),
  )
}

/** An estate that no map knows yet comes after those that one does. */
const farthest = 1000
const far = ({ point }: Estate, here: Point | undefined): number =>
  here === undefined ? 0 : point === undefined ? farthest : apart(here, point)
