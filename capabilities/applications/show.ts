import type { Station } from '#capabilities/stations/contract/station.ts'
import type { StreetFacts } from '#kernel/flow/restreet.ts'
import type { Actor } from '#kernel/people/actor.ts'
import { isOfCommunity } from '#kernel/people/roles.ts'
import type { Application, ApplicationRow, SeenApplication } from './contract/item.ts'

/** What decisions need to know: in which community the shop lies, and the stations that stand today. */
export interface ApplicationFacts extends StreetFacts {
  community: { code: string; name: string; street?: string } | undefined
  stations: ReadonlyMap<string, Pick<Station, 'community'>>
  /** Whether another application was published as the station that is named. */
  isNamed: boolean
}

/** Whether somebody applied, or is of the community, which visits and decides. */
const isTheirs = ({ applicant, community }: Application, actor: Actor): boolean =>
  actor.id === applicant || isOfCommunity(actor, community)

/** What is shown of an application wherever it is seen: what it would be, where, and how far it is. What was said of it in words is for them alone. */
export function outlineOf(item: Application, actor: Actor): Omit<ApplicationRow, 'may'> {
  const { id, version, state, kind, name, longitude, latitude, services, facilities, hours } = item
  const { community, communityName, appliedAt } = item
  return {
    ...{ id, version, state, kind, name, longitude, latitude, services, facilities, hours },
    ...{ community, communityName, appliedAt },
    ...('visitedOn' in item && item.visitedOn !== undefined && { visitedOn: item.visitedOn }),
    ...('station' in item && { station: item.station }),
    ...(isTheirs(item, actor) && wordsOf(item)),
  }
}

const wordsOf = (item: Application) => ({
  ...('found' in item && item.found !== undefined && { found: item.found }),
  ...('because' in item && { because: item.because }),
})

/**
 * The same with whose it is and how they are reached, for themself and the community, which visits and decides. Not who applied, which those who
 * see it know or need not know.
 */
export function show(item: Application, { actor }: { actor: Actor }): SeenApplication {
  const { host, address, about, telephone, phone = telephone } = item
  const outline = outlineOf(item, actor)
  if (!isTheirs(item, actor)) return { ...outline, host: { kind: host.kind } }
  return {
    ...{ ...outline, host, address },
    ...(phone !== undefined && { phone }),
    ...(about !== undefined && { about }),
  }
}
