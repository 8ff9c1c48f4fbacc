import type { House } from '#kernel/flow/house.ts'
import { cachedByRules, forever } from '#kernel/place/rules.ts'
import { allEntries } from '#kernel/register/store.ts'
import type { Station } from './contract/station.ts'
import { stationRegister } from './register.ts'
import { homesOf } from './store/homes.ts'

/** What is read of a district's stations, and of the homes around them. */
export type Stations = ReturnType<typeof stationsIn>

/** Keeps the stations and the homes of each district in memory until somebody changes one: some hundreds, and some thousands. */
export const stationsIn = ({ clock }: Pick<House, 'clock'>, trust?: number) => ({
  /** The stations that stand today, by code. */
  stationsOf: cachedByRules(
    clock,
    async (connection, district, day) => {
      const kept = [...(await allEntries(connection, stationRegister, district)).values()]
      const standing = kept.filter(({ ends }) => ends === null || ends > day)
      const value: ReadonlyMap<string, Station> = new Map(standing.map(({ key, entry }) => [key, entry]))
      return { value, until: standing.reduce((until, { ends }) => (ends !== null && ends < until ? ends : until), forever) }
    },
    trust,
  ),
  homes: cachedByRules(
    clock,
    async (connection, district, day) => ({ value: await homesOf(connection, district, day), until: forever }),
    trust,
  ),
})
