import { idOf } from '#kernel/database/ids.ts'
import type { Capability } from '#kernel/flow/house.ts'
import type { Declaration } from './contract/declaration.ts'
import { declarationFlow } from './flow.ts'
import type { DeclarationFacts } from './show.ts'
import { areaWrites } from './store/areas.ts'
import { coveredEstate } from './store/covered.ts'

/** The declarations of members: one a person in a district, whose id follows from who they are. */
export const declarations: Capability<Declaration, DeclarationFacts> = {
  flow: declarationFlow,
  facts: async (connection, { actor: { district }, now, sent }) => {
    const estate = sent?.name === 'declare' ? estateIn(sent.input) : undefined
    const covered = estate === undefined ? undefined : await coveredEstate(connection, district, estate, now)
    return covered ? { covered } : {}
  },
  subject: (actor, item) => (item.state === 'new' ? actor.id : item.declarer),
  idFor: ({ district, id }) => declarationOf(district, id),
  alongside: areaWrites,
}

/** The id of the declaration that somebody has or would have. */
export const declarationOf = (district: string, account: string): string => idOf(`declaration ${district} ${account}`)

const estateIn = (input: unknown): string | undefined =>
  typeof input === 'object' && input !== null && 'estate' in input && typeof input.estate === 'string' ? input.estate : undefined
