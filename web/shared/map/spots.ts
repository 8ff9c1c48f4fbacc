interface Lying {
  point: readonly [number, number]
}

/** Where a point is on the screen. */
interface OnScreen {
  x: number
  y: number
}

/**
 * Things that lie so close together on the screen that a finger cannot tell them apart, as one spot; in each the one on top first.
 * Those that come later are drawn on top, and so are the spots that they give.
 */
export function spotsOf<Thing extends Lying>(
  things: readonly Thing[],
  onScreen: (point: readonly [number, number]) => OnScreen,
  reach: number,
): [Thing, ...Thing[]][] {
  const spots: { at: OnScreen; things: [Thing, ...Thing[]] }[] = []
  for (const thing of things.toReversed()) {
    const at = onScreen(thing.point)
    const near = spots.find((spot) => Math.hypot(spot.at.x - at.x, spot.at.y - at.y) < reach)
    if (near) near.things.push(thing)
    else spots.push({ at, things: [thing] })
  }
  return spots.map((spot) => spot.things).toReversed()
}
