import { servedGroups, servedNetworks, servedPartTime, servedReinforcements } from '#capabilities/grids/store/served.ts'
import type { House } from '#kernel/flow/house.ts'
import { dayOf } from '#kernel/time/zone.ts'
import type { Geography } from '../geography/geography.ts'
import { keepAll } from '../registers.ts'
import { networks } from './networks.ts'
import { groupsOf, partTimeOf, reinforcementsOf } from './people.ts'

/** Keeps what hangs on the grids of the demo district, as imports of sheets would. Gives how many entries. */
export async function loadGrids(house: House, { place, seed }: { place: Geography; seed: number }): Promise<number> {
  const district = place.district.code
  const today = dayOf(house.clock())
  return (
    (await keepAll(house, district, servedNetworks, networks)) +
    (await keepAll(house, district, servedGroups, groupsOf(place, today, seed))) +
    (await keepAll(house, district, servedReinforcements, reinforcementsOf(place, today, seed))) +
    (await keepAll(house, district, servedPartTime, partTimeOf(place, today, seed)))
  )
}
