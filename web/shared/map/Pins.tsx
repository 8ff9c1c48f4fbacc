import { type Map as MapLibre, Marker } from 'maplibre-gl'
import { type ReactNode, useEffect, useMemo, useState } from 'react'
import { createPortal } from 'react-dom'
import { useSay, w } from '../language.ts'
import { Shape } from '../Shape.tsx'
import type { Heap, Pin } from './pin.ts'
import { SpotList } from './SpotList.tsx'
import { spotsOf } from './spots.ts'

/** So many points of the screen apart a finger can tell two pins from each other. */
const reach = 40

interface Pinned {
  map: MapLibre
  pins: readonly Pin[]
  heap?: Heap
  choose: (id: string) => void
}

const ofCases: Heap = { measure: '件', first: '最急的' }

/**
 * Things on the map. They are buttons: they are reached by keys too. What lies at one spot, as all of one building does, is one
 * button with their number, in the look of the one on top, that opens a list of them; of what is over, how many of them are.
 */
export function Pins({ map, pins, heap = ofCases, choose }: Pinned) {
  const zoom = useZoom(map)
  const [open, setOpen] = useState<string>()
  // biome-ignore lint/correctness/useExhaustiveDependencies: how near it is looked at says what lies together on the screen
  const spots = useMemo(
    () => spotsOf(pins, ([longitude, latitude]) => map.project([longitude, latitude]), reach),
    [map, pins, zoom],
  )
  const opened = spots.find((spot) => spot.length > 1 && spot.some(({ id }) => id === open))
  const close = () => {
    setOpen(undefined)
    map.getContainer().querySelector<HTMLElement>('.pin[aria-expanded=true]')?.focus()
  }
  return (
    <>
      {spots.map((spot) => {
        const isOpen = spot === opened
        return (
          <At key={spot[0].id} map={map} point={spot[0].point}>
            <SpotButton {...{ spot, heap, isOpen, choose }} open={() => (isOpen ? close() : setOpen(spot[0].id))} />
          </At>
        )
      })}
      {opened && <SpotList {...{ heap, choose, close }} pins={opened} />}
    </>
  )
}

interface Spot {
  spot: readonly [Pin, ...Pin[]]
  heap: Heap
  isOpen: boolean
  choose: (id: string) => void
  open: () => void
}

function SpotButton({ spot: [{ id, look, label }, ...others], heap, isOpen, choose, open }: Spot) {
  const say = useSay()
  if (others.length === 0)
    return (
      <button type="button" className={`pin look-${look}`} aria-label={label} title={label} onClick={() => choose(id)}>
        <Shape look={look} />
      </button>
    )
  const count = others.length + 1
  const alike = 1 + others.filter((one) => one.look === look).length
  const name = say(w(`这一处 ${count} ${heap.measure}，${heap.first}：${label}`, `${count} at this spot, first: ${label}`))
  return (
    <button
      type="button"
      className={`pin many look-${look}`}
      aria-label={name}
      title={name}
      aria-expanded={isOpen}
      onClick={open}
    >
      <Shape look={look} />
      {look === 'over' && alike < count ? `${alike}/${count}` : count}
    </button>
  )
}

/** How near the map is looked at, once it has come to rest. */
function useZoom(map: MapLibre): number {
  const [zoom, setZoom] = useState(() => map.getZoom())
  useEffect(() => {
    const rest = () => setZoom(map.getZoom())
    map.on('zoomend', rest)
    return () => {
      map.off('zoomend', rest)
    }
  }, [map])
  return zoom
}

interface Staying {
  map: MapLibre
  point: readonly [number, number]
  children: ReactNode
}

/** Something that stays at a point of the map while it is moved. */
export function At({ map, point, children }: Staying) {
  const [element] = useState(() => {
    const made = document.createElement('div')
    // The map would call it a button of its own.
    made.role = 'presentation'
    return made
  })
  const [longitude, latitude] = point
  useEffect(() => {
    const marker = new Marker({ element }).setLngLat([longitude, latitude]).addTo(map)
    element.removeAttribute('aria-label')
    return () => {
      marker.remove()
    }
  }, [map, element, longitude, latitude])
  return createPortal(children, element)
}
