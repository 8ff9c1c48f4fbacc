import { holdStanding } from '#capabilities/stations/index.ts'
import type { Connection } from '#kernel/database/open.ts'
import type { Capability } from '#kernel/flow/house.ts'
import { streetFacts } from '#kernel/flow/store/astray.ts'
import { locate } from '#kernel/place/routing.ts'
import { unitAt } from '#kernel/place/store/find.ts'
import { dayOf } from '#kernel/time/zone.ts'
import type { Application } from './contract/item.ts'
import { applicationFlow } from './flow.ts'
import type { ApplicationFacts } from './show.ts'
import { isNamed } from './store/lists.ts'

/** Applications to become a station. Of whoever applies the item holds their account; whose the place is lies in the vault. */
export const applications: Capability<Application, ApplicationFacts> = {
  flow: applicationFlow,
  facts: async (connection, question) => {
    const { actor, now, item, sent } = question
    const { district } = actor
    const code = sent?.name === 'publish' ? textIn(sent.input, 'station') : undefined
    const station = code === undefined ? undefined : await holdStanding(connection, district, code, dayOf(now))
    return {
      ...(await streetFacts(connection, question)),
      community: sent?.name === 'apply' ? await communityAt(connection, district, sent.input, dayOf(now)) : undefined,
      stations: new Map(code !== undefined && station ? [[code, station]] : []),
      isNamed: code !== undefined && (await isNamed(connection, district, { station: code, but: item.id })),
    }
  },
  subject: (actor, item) => (item.state === 'new' ? actor.id : item.applicant),
}

async function communityAt(connection: Connection, district: string, input: unknown, day: string) {
  const [longitude, latitude] = [numberIn(input, 'longitude'), numberIn(input, 'latitude')]
  if (longitude === undefined || latitude === undefined) return undefined
  const { community } = await locate(connection, district, { longitude, latitude }, day)
  const unit = community === undefined ? undefined : await unitAt(connection, district, community, day)
  return unit && { code: unit.code, name: unit.name, ...(unit.street !== undefined && { street: unit.street }) }
}

const textIn = (input: unknown, name: string): string | undefined => {
  const value: unknown = Object(input)[name]
  return typeof value === 'string' ? value : undefined
}
const numberIn = (input: unknown, name: string): number | undefined => {
  const value: unknown = Object(input)[name]
  return typeof value === 'number' ? value : undefined
}
