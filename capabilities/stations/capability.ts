import type { House } from '#kernel/flow/house.ts'
import { cachedByRules, forever } from '#kernel/place/rules.ts'
import { allEntries } from '#kernel/register/store.ts'
import type { Station } from './contract/station.ts'
import { stationRegister } from './register.ts'

/** The stations of a district that stand today, by code. */
export type StationsOf = ReturnType<typeof stationsIn>

/** Keeps the stations of each district in memory until somebody changes one: a district has some hundreds. */
export const stationsIn = ({ clock }: Pick<House, 'clock'>, trust?: number) =>
  cachedByRules(
    clock,
    async (connection, district, day) => {
      const kept = [...(await allEntries(connection, stationRegister, district)).values()]
      const standing = kept.filter(({ ends }) => ends === null || ends > day)
      const value: ReadonlyMap<string, Station> = new Map(standing.map(({ key, entry }) => [key, entry]))
      return { value, until: standing.reduce((until, { ends }) => (ends !== null && ends < until ? ends : until), forever) }
    },
    trust,
  )
