import type { SeenStation } from '../show.ts'

type Named = Pick<SeenStation, 'code' | 'name' | 'address'>

/** How many stations are named around an estate. */
const most = 3

/**
 * What is named around an estate, of all stations and the open ones, the nearest first: its own, or else the nearest, also when
 * it is closed; then those that are open, and where they are too few the next.
 */
export function around<Station extends Named>(all: readonly Station[], open: readonly Station[], estate: string): Station[] {
  const isOwn = ({ name, address }: Named) => name.startsWith(estate) || address.startsWith(estate)
  const own = all.find(isOwn) ?? all[0]
  const byCode = new Map([...(own ? [own] : []), ...open, ...all].map((one) => [one.code, one]))
  return [...byCode.values()].slice(0, most)
}
