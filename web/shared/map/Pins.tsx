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

/** Things on the map. They are buttons: they are reached by keys too. */
export function Pins({ map, pins, choose }: { map: MapLibre; pins: readonly Pin[]; choose: (id: string) => void }) {
  return pins.map(({ id, point, look, label }) => (
    <At key={id} map={map} point={point}>
      <button type="button" className={`pin look-${look}`} aria-label={label} title={label} onClick={() => choose(id)}>
        <Shape look={look} />
      </button>
    </At>
  ))
}

/** Something that stays at a point of the map while it is moved. */
export function At({ map, point, children }: { map: MapLibre; point: readonly [number, number]; children: ReactNode }) {
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
