import type { Furnished } from '#bin/house.ts'

/** Does what a house does again and again under a name, once: gives how much was done. */
export function roundOf({ rounds }: Pick<Furnished, 'rounds'>, name: string, district: string): Promise<number> {
  const found = rounds.find((round) => round.name === name)
  if (!found) throw new Error(`there is no round ${name}`)
  return found.work(district)
}
