/** Numbers that look random and are the same for the same seed. */
export interface Random {
  /** At least 0, below 1. */
  next: () => number
  /** A whole number from `low` to `high`, both included. */
  whole: (low: number, high: number) => number
  pick: <Value>(values: readonly Value[]) => Value
  /** Roughly normal: mean 0, standard deviation 1. */
  normal: () => number
}

/** Mulberry32, a small generator with a 32-bit state: good enough for a map, and the same everywhere. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  const whole = (low: number, high: number) => low + Math.floor(next() * (high - low + 1))
  return {
    next,
    whole,
    pick: (values) => {
      const value = values[whole(0, values.length - 1)]
      if (value === undefined) throw new Error('nothing to pick from')
      return value
    },
    normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
  }
}

/** One of several values by their shares of 1 (or of the total given); nothing where the shares leave room and chance falls there. */
export function weighted<Value>(
  random: Random,
  values: readonly (readonly [value: Value, share: number])[],
  total = 1,
): Value | undefined {
  let left = random.next() * total
  for (const [value, share] of values) {
    left -= share
    if (left < 0) return value
  }
  return undefined
}

/** A total shared out in whole numbers, none under `least`, the rest by chance: the same total, always. */
export function shareOut(random: Random, total: number, shares: number, least: number): number[] {
  const parts = new Array<number>(shares).fill(least)
  for (let rest = total - least * shares; rest > 0; rest -= 1) {
    const at = random.whole(0, shares - 1)
    // The less lucky of two gets it, so that shares differ but not wildly.
    const other = random.whole(0, shares - 1)
    const chosen = (parts[at] ?? 0) <= (parts[other] ?? 0) ? at : other
    parts[chosen] = (parts[chosen] ?? 0) + 1
  }
  return parts
}
