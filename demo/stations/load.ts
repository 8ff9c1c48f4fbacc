import { servedStations } from '#capabilities/stations/store/facts.ts'
import type { House } from '#kernel/flow/house.ts'
import { isRefusal } from '#kernel/flow/refusal.ts'
import { systemOf } from '#kernel/people/actor.ts'
import { edit } from '#kernel/register/edit.ts'
import { dayOf } from '#kernel/time/zone.ts'
import type { Geography } from '../geography/geography.ts'
import { stationsOf } from './stations.ts'

/** Keeps the stations of the demo district, as an import of a sheet would. Gives how many. */
export async function loadStations(house: House, { place, seed }: { place: Geography; seed: number }): Promise<number> {
  const stations = stationsOf(place, dayOf(house.clock()), seed)
  const done = await edit(house, servedStations, {
    ...{ actor: systemOf(place.district.code), act: 'import', key: 'the stations of the demo', sent: stations.length },
    wanted: () => stations.map((entry) => ({ key: entry.code, entry, ends: null, basedOn: 0 })),
  })
  if (isRefusal(done)) throw new Error(done.because.en)
  const [wrong] = done.wrong
  if (wrong) throw new Error(`${stations[wrong.index]?.code} ${wrong.field}: ${wrong.because.en}`)
  return done.entries.length
}
