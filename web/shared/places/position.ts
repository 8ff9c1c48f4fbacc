import type { Problem } from '../ask.ts'
import { w } from '../language.ts'
import type { ChosenPlace, Here } from './places.ts'
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

/**
 * About where the phone is, for what is shown the nearest first. Nobody is asked: it is looked up only where its owner has allowed
 * it before, and nothing waits for it long.
 */
export async function hereIfAllowed(): Promise<Here | undefined> {
  const allowed = await navigator.permissions?.query({ name: 'geolocation' }).catch(() => undefined)
  return allowed?.state === 'granted' ? askHere({ timeout: 3_000 }) : undefined
}

/** The same, by a button: its owner is asked. */
export async function askHere({ timeout = 15_000 } = {}): Promise<Here | undefined> {
  const found = await position({ enableHighAccuracy: false, timeout, maximumAge: 300_000 })
  return found && { longitude: found[0], latitude: found[1] }
}

/** Where the phone is: longitude and latitude (WGS 84), or nothing where it does not know or its owner does not say. It stays here. */
export const position = (options: PositionOptions = exact): Promise<readonly [number, number] | undefined> =>
  new Promise((give) => {
    if (!('geolocation' in navigator)) return give(undefined)
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => give([coords.longitude, coords.latitude]),
      () => give(undefined),
      options,
    )
  })

const exact: PositionOptions = { enableHighAccuracy: true, timeout: 15_000, maximumAge: 60_000 }
