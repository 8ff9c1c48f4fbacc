import { emptyWorld } from './empty.ts'
import { extremeWorld } from './extreme.ts'
import { fullWorld } from './full.ts'
import type { World } from './world.ts'

const makers = { full: fullWorld, empty: emptyWorld, extreme: extremeWorld }
export type WorldName = keyof typeof makers
const open = new Map<WorldName, Promise<World>>()

/** A world, made once for all parts of a run: the full one takes most of a minute. It ends with the run. */
export function worldOf(name: WorldName): Promise<World> {
  const world = open.get(name) ?? makers[name]()
  open.set(name, world)
  return world
}
