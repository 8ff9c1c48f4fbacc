import { type Map as MapLibre, Marker } from 'maplibre-gl'
import { type ReactNode, useEffect, useState } from 'react'
import { createPortal } from 'react-dom'
import { type Look, Shape } from '../Shape.tsx'

/** One thing on the map, in the colour and shape of how it stands. */
export interface Pin {
  id: string
  point: readonly [number, number]
  look: Look
  /** What it is, for whoever hears it read out. */
  label: string
}

/**
 * Things on the map. They are buttons: they are reached by keys too. What lies at the very same point, as all of one building does,
 * stands around it.
 */
export function Pins({ map, pins, choose }: { map: MapLibre; pins: readonly Pin[]; choose: (id: string) => void }) {
  const together = Map.groupBy(pins, ({ point }) => point.join())
  return [...together.values()].flatMap((same) =>
    same.map(({ id, point, look, label }, index) => (
      <At key={id} map={map} point={point} beside={same.length === 1 ? here : onCircle(index, same.length)}>
        <button type="button" className={`pin look-${look}`} aria-label={label} title={label} onClick={() => choose(id)}>
          <Shape look={look} />
        </button>
      </At>
    )),
  )
}

const here = [0, 0] as const

/** Where one of several stands around their point, in points of the screen: side by side, as large as a finger needs. */
function onCircle(index: number, count: number): [number, number] {
  const angle = (2 * Math.PI * index) / count
  const radius = Math.max(22, (count * 44) / (2 * Math.PI))
  return [Math.round(radius * Math.cos(angle)), Math.round(radius * Math.sin(angle))]
}

interface Staying {
  map: MapLibre
  point: readonly [number, number]
  beside?: readonly [number, number]
  children: ReactNode
}

/** Something that stays at a point of the map while it is moved. */
export function At({ map, point, beside = here, children }: Staying) {
  const [element] = useState(() => {
    const made = document.createElement('div')
    // The map would call it a button of its own.
    made.role = 'presentation'
    return made
  })
  const [longitude, latitude] = point
  const [right, down] = beside
  useEffect(() => {
    const marker = new Marker({ element, offset: [right, down] }).setLngLat([longitude, latitude]).addTo(map)
    element.removeAttribute('aria-label')
    return () => {
      marker.remove()
    }
  }, [map, element, longitude, latitude, right, down])
  return createPortal(children, element)
}
