import { Suspense, useEffect, useMemo, useRef, useState } from 'react'
import type { Reply } from '../ask.ts'
import { BackStep } from '../BackStep.tsx'
import { useSay, w } from '../language.ts'
import { useLoaded } from '../loaded.ts'
import { around, type Boundaries, boundsOf, isWithin } from '../map/bounds.ts'
import { LazyMap } from '../map/LazyMap.tsx'
import { Skeleton, Trouble } from '../parts.tsx'
import { useSettled } from '../settled.ts'
import { PinSays } from './PinSays.tsx'
import type { ChosenPlace, CodedPlace } from './places.ts'
import { position } from './position.ts'
import { type Given, type Spot, spotAt } from './spot.ts'

interface Picking {
  /** The code of the place around which to begin: what was chosen already, else one's own unit. */
  near: string | undefined
  /** At a desk nobody stands where it happened. */
  atDesk: boolean
  choose: (place: ChosenPlace) => void
  back: () => void
}

/** How far is seen around where it begins, in metres. */
const sight = 250
/** Farther out than this zoom a pin points at half a community. */
const exactFrom = 14

/**
 * Chooses a place by a pin: the map is moved under it, by finger or by arrow keys, and the server says at once what lies there. It
 * begins at the phone's position if that may be known, else at the estate that was chosen, else at one's own unit, else with the district.
 */
export default function PinPicker({ near, atDesk, choose, back }: Picking) {
  const say = useSay()
  const outlines = useLoaded<Boundaries>('/api/boundaries')
  const grids = useLoaded<Boundaries>('/api/boundaries?level=2')
  const begin = useLoaded<CodedPlace>(near && `/api/places/${encodeURIComponent(near)}`)
  const [centre, setCentre] = useState<readonly [number, number]>()
  const [isFar, setFar] = useState(false)
  const { here, outside, moves } = useHere(atDesk ? undefined : outlines.value)
  const boundaries = useMemo(
    () => (grids.value && outlines.value ? [grids.value, outlines.value] : []),
    [grids.value, outlines.value],
  )
  const isReady = boundaries.length > 0 && (near === undefined || begin.value !== undefined || begin.problem !== undefined)
  const bounds = useMemo(
    () => (isReady ? beginning(begin.value, outlines.value) : undefined),
    [isReady, begin.value, outlines.value],
  )
  const settled = useSettled(centre)
  const spot = useSpot(settled)
  const point = centre && pointOf(centre)
  const isSaid = settled === centre && spot !== undefined
  const take = () => {
    if (!point || !isSaid) return
    const { name, community } = spot.done ? spot.value : { name: '', community: undefined }
    const label = name ? `${name}（地图上指的位置）` : '地图上指的位置（联网后核对）'
    choose({ given: { point }, label, ...(community !== undefined && { community }) })
  }
  return (
    <div className="stack close">
      <div className="line">
        <BackStep back={back} />
        <h3>{say(w('移动地图，让图钉指着出事的地方', 'Move the map until the pin points at it'))}</h3>
      </div>
      <Trouble problem={outlines.problem ?? grids.problem} again={outlines.reload} />
      {outside && (
        <p className="note warm">
          {say(w('您现在不在本区范围内，地图从区里开始。', 'You are outside the district now, so the map begins within it.'))}
        </p>
      )}
      {!bounds && !outlines.problem && <Skeleton rows={4} />}
      {bounds && (
        <div className="under-pin">
          <Suspense fallback={<Skeleton rows={5} />}>
            <LazyMap
              small
              named
              label={say(w('选地点的地图，用方向键移动', 'map to choose the place on: move it with the arrow keys'))}
              {...{ bounds, boundaries }}
              towards={here}
              moved={({ zoom }, now) => {
                moves()
                setFar(zoom < exactFrom)
                setCentre(now)
              }}
            />
          </Suspense>
          {centre && (
            <svg viewBox="0 0 40 48" fill="currentColor" stroke="var(--sheet)" strokeWidth="2" aria-hidden="true">
              <path d="M20 47C8 32 4 25 4 17a16 16 0 0 1 32 0c0 8-4 15-16 30z" />
              <circle cx="20" cy="17" r="5" fill="var(--sheet)" stroke="none" />
            </svg>
          )}
        </div>
      )}
      {centre && <PinSays reply={isSaid ? spot : undefined} {...{ isFar, take }} />}
    </div>
  )
}

const pointOf = ([longitude, latitude]: readonly [number, number]): Given => ({
  longitude: Number(longitude.toFixed(6)),
  latitude: Number(latitude.toFixed(6)),
  system: 'wgs84',
})

/** The box to begin with: around a place that has a point, else its community, else the whole district. */
function beginning(place: CodedPlace | undefined, outlines: Boundaries | undefined) {
  if (place?.point) return around([place.point.longitude, place.point.latitude], sight)
  if (!outlines) return undefined
  const community = outlines.features.filter(({ id }) => id === place?.where.community)
  return boundsOf([{ ...outlines, features: community }]) ?? boundsOf([outlines])
}

/** Where the phone is, once it says so and lies in the district, unless the reader has moved the map by then. */
function useHere(outlines: Boundaries | undefined) {
  const [here, setHere] = useState<readonly [number, number]>()
  const [outside, setOutside] = useState(false)
  const moved = useRef(0)
  useEffect(() => {
    const all = outlines && boundsOf([outlines])
    if (!all) return
    let gone = false
    position().then((found) => {
      if (gone || !found) return
      // The first move is the map's own, when it is drawn.
      if (!isWithin(all, found)) setOutside(true)
      else if (moved.current <= 1) setHere(found)
    })
    return () => {
      gone = true
    }
  }, [outlines])
  return { here, outside, moves: () => moved.current++ }
}

/** What the server says of a point, as the newest point has it. */
function useSpot(at: readonly [number, number] | undefined): Reply<Spot> | undefined {
  const [said, setSaid] = useState<{ at: readonly [number, number]; reply: Reply<Spot> }>()
  useEffect(() => {
    if (!at) return
    let gone = false
    spotAt(pointOf(at)).then((reply) => gone || setSaid({ at, reply }))
    return () => {
      gone = true
    }
  }, [at])
  return said?.at === at ? said?.reply : undefined
}
