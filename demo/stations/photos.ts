import { putUp } from '#capabilities/stations/store/photos.ts'
import { within } from '#kernel/database/within.ts'
import { dayOf } from '#kernel/time/zone.ts'
import { keepUnnamed, type Room } from '../cases/photos.ts'
import type { Geography } from '../geography/geography.ts'
import { meetingPlace } from '../personas.ts'
import { stationsOf } from './stations.ts'

/** What a photo shows: drawn for the demo, in place of photographs. */
const inside = (what: string) => `
<svg xmlns="http://www.w3.org/2000/svg" width="960" height="720">
  <rect width="960" height="720" fill="#efe6d6"/><rect y="560" width="960" height="160" fill="#b98f63"/>${what}
</svg>`
const scenes = [
  {
    caption: '门口，没有台阶',
    drawing: inside(`<rect x="330" y="150" width="300" height="410" fill="#7a9e9a"/>
      <rect x="480" y="150" width="6" height="410" fill="#3d5654"/><rect x="300" y="90" width="360" height="60" fill="#0f6a66"/>
      <circle cx="462" cy="360" r="9" fill="#fff"/><circle cx="504" cy="360" r="9" fill="#fff"/>`),
  },
  {
    caption: '饮水机和座椅',
    drawing: inside(`<rect x="180" y="260" width="130" height="300" fill="#f8fafb"/>
      <rect x="195" y="150" width="100" height="110" rx="24" fill="#9fcbe6"/><rect x="225" y="330" width="40" height="26" fill="#4a6b80"/>
      <rect x="470" y="420" width="320" height="30" fill="#6f5036"/><rect x="470" y="300" width="320" height="90" fill="#8a6547"/>
      <rect x="490" y="450" width="20" height="110" fill="#6f5036"/><rect x="750" y="450" width="20" height="110" fill="#6f5036"/>`),
  },
] as const

/** Puts up photos of the stations that the personas know: that of their estate and the centre of their community. Gives how many. */
export async function loadStationPhotos(room: Room, now: Temporal.Instant, place: Geography, seed: number): Promise<number> {
  const district = place.district.code
  let count = 0
  for (const station of knownStations(place, dayOf(now), seed)) {
    const drawings = scenes.map(({ drawing }) => drawing)
    const ids = await keepUnnamed(room, district, drawings, now)
    for (const [index, id] of ids.entries()) {
      const photo = { id, caption: scenes[index]?.caption ?? '' }
      const why = await within(room.database, { as: 'owner', district }, (connection) =>
        putUp(connection, { district, station, by: 'demo' }, photo),
      )
      if (why) throw new Error(`a demo photo of ${station} was refused: ${why}`)
      count += 1
    }
  }
  return count
}

/** The stations that the personas meet at, by their codes; the first is that of their estate. */
export function knownStations(place: Geography, today: string, seed: number): string[] {
  const estate = place.units.find(({ code }) => code === meetingPlace.estate)?.name
  return stationsOf(place, today, seed)
    .filter(
      ({ kind, community, name }) =>
        community === meetingPlace.community &&
        (kind === 'serviceCentre' || (kind === 'neighbour' && name === `${estate}近邻驿站`)),
    )
    .toSorted((one, other) => Number(one.kind === 'serviceCentre') - Number(other.kind === 'serviceCentre'))
    .map(({ code }) => code)
}
