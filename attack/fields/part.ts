import type { Part } from '#testing/parts.ts'
import { askTwice, assignEverywhere } from './assigning.ts'
import { fieldGround } from './ground.ts'
import { stateEverywhere } from './statements.ts'
import { widenEverywhere } from './widening.ts'

/** Every field of every operation: what no field is meant for. */
export const part: Part = async (goals, how) => {
  const ground = await fieldGround()
  const { fields, found } = await stateEverywhere(ground, how)
  goals.none(`fields: SQL that was run, broke something or left something behind a refusal, of ${fields}`, found)
  const { asked, narrowed, found: wider } = await widenEverywhere(ground, how)
  goals.none(`fields: lists made longer by what was put into ${asked}`, wider, `(${narrowed} narrow what they give)`)
  const { tried, found: taken } = await assignEverywhere(ground)
  goals.none(`fields: taken that are not the sender's to say, of ${tried}`, taken)
  goals.none('fields: parameters that are none, or came twice', await askTwice(ground))
}
