import type { Part } from '#testing/parts.ts'
import { askTwice, assignEverywhere } from './assigning.ts'
import { fieldGround } from './ground.ts'
import { stateEverywhere } from './statements.ts'

/** Every field of every operation: what no field is meant for. */
export const part: Part = async (goals, how) => {
  const ground = await fieldGround()
  const { fields, found } = await stateEverywhere(ground, how)
  goals.none(`fields: SQL that was run, or broke something, of ${fields}`, found)
  const { tried, found: taken } = await assignEverywhere(ground)
  goals.none(`fields: taken that are not the sender's to say, of ${tried}`, taken)
  goals.none('fields: parameters that are none, or came twice', await askTwice(ground))
}
