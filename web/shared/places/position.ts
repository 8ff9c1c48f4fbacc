import type { Problem } from '../ask.ts'
import { w } from '../language.ts'
import type { ChosenPlace } from './places.ts'
import { spotAt } from './spot.ts'

/** Asks the phone where it is (WGS 84, by the browser's standard) and the server what lies there. */
export async function whereAmI(): Promise<{ place: ChosenPlace } | { because: Problem['because'] }> {
  const found = await position()
  if (!found)
    return {
      because: w('没能取得位置，请从列表里选小区', 'Your position is not available: please choose the estate from the list'),
    }
  const [longitude, latitude] = found
  const point = { longitude, latitude, system: 'wgs84' as const }
  const reply = await spotAt(point)
  // Without a network the point itself is enough: the server finds out what lies there when the report arrives.
  if (!reply.done && reply.problem.status === 0) return { place: { given: { point }, label: '我现在的位置（联网后核对）' } }
  if (!reply.done) return { because: reply.problem.because }
  const { how, name, community } = reply.value
  if (how === 'outside')
    return {
      because: w(
        '您现在不在本区范围内，请从列表里选小区',
        'You are outside the district now: please choose the estate from the list',
      ),
    }
  const label = name ? `${name}（我现在的位置）` : '我现在的位置'
  return { place: { given: { point }, label, ...(community !== undefined && { community }) } }
}

/** Where the phone is: longitude and latitude (WGS 84), or nothing where it does not know or its owner does not say. It stays here. */
export const position = (): Promise<readonly [number, number] | undefined> =>
  new Promise((give) => {
    if (!('geolocation' in navigator)) return give(undefined)
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => give([coords.longitude, coords.latitude]),
      () => give(undefined),
      { enableHighAccuracy: true, timeout: 15_000, maximumAge: 60_000 },
    )
  })
