import type { Part } from '#testing/parts.ts'
import { doors } from './doors.ts'
import { plantedWorld } from './world.ts'

/** Every door by which somebody could infer that a certain person reported. */
export const part: Part = async (goals, how) => {
  const world = await plantedWorld()
  for (const { name, knock } of doors) goals.none(`told by ${name}`, await knock(world, how))
  const { found, planted, lines } = world.logged()
  goals.none('told by the log of all that', found, `of ${planted}, in ${lines} lines`)
}
