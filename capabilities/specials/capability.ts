import { visibleCases } from '#capabilities/cases/index.ts'
import type { Capability } from '#kernel/flow/house.ts'
import { streetFacts } from '#kernel/flow/store/astray.ts'
import type { Special } from './contract.ts'
import { specialFlow } from './flow.ts'
import type { SpecialFacts } from './show.ts'

/** Special tasks. Nothing in them is personal. */
export const specials: Capability<Special, SpecialFacts> = {
  flow: specialFlow,
  facts: async (connection, question) => {
    const { actor, item } = question
    const visible = item.state === 'new' ? new Set<string>() : await visibleCases(connection, actor.district, idsOf(item))
    return { ...(await streetFacts(connection, question)), visible }
  },
  subject: (actor) => actor.id,
}

const idsOf = ({ cases }: Special) => cases.map(({ id }) => id)
