import type { Capability } from '#kernel/flow/house.ts'
import type { Special } from './contract.ts'
import { specialFlow } from './flow.ts'

/** Special tasks. Their decisions need to know nothing but what they are given, and nothing in them is personal. */
export const specials: Capability<Special, object> = {
  flow: specialFlow,
  facts: async () => ({}),
  subject: (actor) => actor.id,
}
