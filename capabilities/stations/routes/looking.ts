import type { Connection } from '#kernel/database/open.ts'
import { within } from '#kernel/database/within.ts'
import type { House } from '#kernel/flow/house.ts'
import { type Actor, ownSight } from '#kernel/people/actor.ts'
import { type DistrictOf, visitorOf } from '#kernel/people/whoIs.ts'
import { namesAt } from '#kernel/place/store/find.ts'
import { dayOf } from '#kernel/time/zone.ts'
import type { Stations } from '../capability.ts'
import type { Station } from '../contract/station.ts'

/** Where stations are read. */
export interface Rooms {
  house: House
  districtOf: DistrictOf
  stationsOf: Stations['stationsOf']
}

/** A district's stations before somebody who looks at them; `actor` if they are signed in. */
export interface Sight {
  connection: Connection
  district: string
  actor: Actor | undefined
  stations: ReadonlyMap<string, Station>
  /** What the communities of some stations are called. */
  called: (some: readonly Station[]) => Promise<(community: string) => string>
}

/** Reads a district's stations for whoever asks. */
export const lookingAt =
  ({ house, districtOf, stationsOf }: Rooms) =>
  async <Result>(request: Parameters<DistrictOf>[0], work: (sight: Sight) => Promise<Result>): Promise<Result> => {
    const { database, clock } = house
    const actor = (await visitorOf(database, clock, request))?.actor
    const district = actor?.district ?? (await districtOf(request))
    return within(database, { as: 'read', district, sight: ownSight() }, async (connection) => {
      const called: Sight['called'] = async (some) => {
        const codes = [...new Set(some.map(({ community }) => community))]
        const names = await namesAt(connection, district, codes, dayOf(clock()))
        return (code) => names.get(code) ?? code
      }
      return work({ connection, district, actor, stations: await stationsOf(connection, district), called })
    })
  }
