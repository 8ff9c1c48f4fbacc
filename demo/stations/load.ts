import { servedStations } from '#capabilities/stations/store/facts.ts'
import type { House } from '#kernel/flow/house.ts'
import { dayOf } from '#kernel/time/zone.ts'
import type { Geography } from '../geography/geography.ts'
import { keepAll } from '../registers.ts'
import { stationsOf } from './stations.ts'

/** Keeps the stations of the demo district. Gives how many. */
export const loadStations = (house: House, { place, seed }: { place: Geography; seed: number }): Promise<number> =>
  keepAll(house, place.district.code, servedStations, stationsOf(place, dayOf(house.clock()), seed))
