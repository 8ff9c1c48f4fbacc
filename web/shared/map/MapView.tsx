import { type ExpressionSpecification, type GeoJSONSource, Map as MapLibre, NavigationControl, setWorkerUrl } from 'maplibre-gl'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url'
import 'maplibre-gl/dist/maplibre-gl.css'
import { useEffect, useRef, useState } from 'react'
import type { Tiles } from '#kernel/place/shown.ts'
import { useSay, w } from '../language.ts'
import { useLoaded } from '../loaded.ts'
import { shownScheme, usePreferences } from '../preferences.ts'
import '../style/map.css'
import type { Boundaries, Box } from './bounds.ts'
import { layUnder } from './outsideTiles.ts'
import { At, Pins } from './Pins.tsx'
import type { Heap, Pin } from './pin.ts'

setWorkerUrl(workerUrl)

/** The part of a map that is shown, in degrees, and how near. */
export interface Shown {
  west: number
  south: number
  east: number
  north: number
  zoom: number
}

/** Something on the map: one thing with its id, or many close together. */
export interface Mark {
  longitude: number
  latitude: number
  count: number
  over: number
  id?: string
}

export interface Drawing {
  label: string
  /** Where it begins: the box around everything that is drawn. */
  bounds: Box
  /** Boundaries as GeoJSON, from the narrowest to the widest, which is drawn the strongest. */
  boundaries: readonly Boundaries[]
  /** Boundaries that lie over others, in broken lines. */
  broken?: Boundaries | undefined
  /** The one that is looked at, in the colour of choice. */
  picked?: Boundaries | undefined
  /** What it shows when this changes; it begins there too. */
  goTo?: Box | undefined
  /** A line that somebody draws, from point to point. */
  line?: readonly (readonly [number, number])[] | undefined
  /** Whether the names of the narrowest are written into them. */
  named?: boolean
  /** Lower, so that what belongs to it is seen beside. */
  small?: boolean
  marks?: readonly Mark[]
  pins?: readonly Pin[]
  /** How several pins at one spot are spoken of. */
  heap?: Heap
  /** Where the reader is, if they asked. */
  me?: readonly [number, number] | undefined
  /** Where it goes when this changes. */
  towards?: readonly [number, number] | undefined
  moved?: (shown: Shown, centre: readonly [number, number]) => void
  /** Told of a mark or pin that is chosen and has an id. */
  chosen?: (id: string) => void
  /** Told of a point that is pressed. */
  pressed?: (point: readonly [number, number]) => void
}

const none: readonly Mark[] = []
// Without a font of the map's own, words and numbers are drawn by the phone's.
const lettering = { 'text-size': 14, 'text-font': ['sans-serif'] }
const isOver: ExpressionSpecification = ['>', ['get', 'over'], 0]
const empty = { type: 'FeatureCollection' as const, features: [] }
const colour = (name: string) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim()

/**
 * A map of our own boundaries in quiet greys, with what matters on top; under them tiles of somebody else's, only where the house is
 * set so. It is drawn by WebGL: where there is none, whoever uses it offers the list.
 */
export default function MapView({ label, bounds, boundaries, named = false, small = false, ...drawing }: Drawing) {
  const { broken, picked, line, goTo, marks = none, pins, heap, me, towards, moved, chosen, pressed } = drawing
  const say = useSay()
  // Its colours are drawn, not styled: another scheme is another map.
  const scheme = shownScheme(usePreferences())
  const tiles = useLoaded<Tiles>('/api/tiles').value?.tiles
  const place = useRef<HTMLDivElement>(null)
  // Of all that may be drawn into, only the map that is loaded and still there: another scheme takes it away.
  const now = useRef<MapLibre>(undefined)
  const [loaded, setLoaded] = useState<MapLibre>()
  const map = loaded === now.current ? loaded : undefined
  const latest = useRef({ moved, chosen, pressed, marks, scheme })
  latest.current = { moved, chosen, pressed, marks, scheme }

  // biome-ignore lint/correctness/useExhaustiveDependencies: where it begins is asked once; after that the reader moves it
  useEffect(() => {
    if (!place.current) return
    const drawn = new MapLibre({
      container: place.current,
      bounds: goTo ?? bounds,
      fitBoundsOptions: { padding: 24 },
      attributionControl: false,
      dragRotate: false,
      fadeDuration: 0,
      // So tiles are pictures of the page: nothing else need be let in from their host.
      refreshExpiredTiles: false,
      locale: {
        'Map.Title': label,
        'NavigationControl.ZoomIn': say(w('放大', 'Zoom in')),
        'NavigationControl.ZoomOut': say(w('缩小', 'Zoom out')),
      },
      style: {
        version: 8,
        sources: {},
        layers: [{ id: 'ground', type: 'background', paint: { 'background-color': colour('page') } }],
      },
    })
    now.current = drawn
    drawn.addControl(new NavigationControl({ showCompass: false }), 'top-right')
    const tell = () => {
      const [[west, south], [east, north]] = drawn.getBounds().toArray()
      const { lng, lat } = drawn.getCenter()
      latest.current.moved?.({ west, south, east, north, zoom: drawn.getZoom() }, [lng, lat])
    }
    drawn.on('load', () => {
      for (const id of ['broken', 'picked', 'line', 'marks']) drawn.addSource(id, { type: 'geojson', data: empty })
      drawn.addLayer({
        id: 'broken',
        type: 'line',
        source: 'broken',
        paint: { 'line-color': colour('soon'), 'line-width': 1.5, 'line-dasharray': [3, 2] },
      })
      drawn.addLayer({
        id: 'picked-area',
        type: 'fill',
        source: 'picked',
        paint: { 'fill-color': colour('accent'), 'fill-opacity': 0.08 },
      })
      drawn.addLayer({
        id: 'picked',
        type: 'line',
        source: 'picked',
        paint: { 'line-color': colour('accent'), 'line-width': 2.5 },
      })
      drawn.addLayer({
        ...{ id: 'line', type: 'line', source: 'line', layout: { 'line-cap': 'round', 'line-join': 'round' } },
        paint: { 'line-color': colour('over'), 'line-width': 3 },
      })
      drawn.addLayer({
        id: 'marks',
        type: 'circle',
        source: 'marks',
        paint: {
          // As large as how many they are, and at least as what is written in it is wide.
          'circle-radius': [
            'max',
            ['interpolate', ['linear'], ['get', 'count'], 1, 7, 2, 10, 10, 13, 100, 22],
            ['+', 3, ['*', 4, ['length', ['get', 'told']]]],
          ],
          // Never by colour alone: full where something is over, hollow elsewhere.
          'circle-color': ['case', isOver, colour('over'), colour('sheet')],
          'circle-stroke-color': ['case', isOver, colour('sheet'), colour('inhand')],
          'circle-stroke-width': ['case', isOver, 2, 3],
        },
      })
      drawn.addLayer({
        id: 'counts',
        type: 'symbol',
        source: 'marks',
        filter: ['>', ['get', 'count'], 1],
        layout: { 'text-field': ['get', 'told'], 'text-allow-overlap': true, ...lettering },
        paint: { 'text-color': ['case', isOver, colour('sheet'), colour('inhand')] },
      })
      drawn.on('click', 'marks', ({ features }) => {
        const index = features?.[0]?.properties.index
        const mark = typeof index === 'number' ? latest.current.marks[index] : undefined
        if (!mark) return
        if (mark.id === undefined)
          drawn.easeTo({ center: [mark.longitude, mark.latitude], zoom: drawn.getZoom() + 2, duration: 150 })
        else latest.current.chosen?.(mark.id)
      })
      drawn.on('mouseenter', 'marks', () => {
        drawn.getCanvas().style.cursor = 'pointer'
      })
      drawn.on('mouseleave', 'marks', () => {
        drawn.getCanvas().style.cursor = ''
      })
      tell()
      setLoaded(drawn)
    })
    drawn.on('moveend', tell)
    drawn.on('click', ({ lngLat: { lng, lat } }) => latest.current.pressed?.([lng, lat]))
    return () => {
      drawn.remove()
      now.current = undefined
      setLoaded(undefined)
    }
  }, [scheme])

  useEffect(() => {
    if (!map) return
    for (const [index, data] of boundaries.entries()) {
      const id = `boundary${index}`
      const source = map.getSource<GeoJSONSource>(id)
      if (source) {
        source.setData(data)
        continue
      }
      const widest = index === boundaries.length - 1
      map.addSource(id, { type: 'geojson', data })
      const paint = { 'line-color': colour(widest ? 'edge' : 'line'), 'line-width': widest ? 1.5 : 0.75 }
      map.addLayer({ id, type: 'line', source: id, paint }, 'broken')
      if (!named || index > 0) continue
      const layout = { 'text-field': ['get', 'name'] as ['get', string], ...lettering }
      const readable = { 'text-color': colour('soft'), 'text-halo-color': colour('page'), 'text-halo-width': 2 }
      map.addLayer({ id: 'names', type: 'symbol', source: id, layout, paint: readable })
    }
  }, [boundaries, named, map])

  // Only now: tiles that are slow to come hold nothing of our own up.
  useEffect(() => {
    if (map && tiles) layUnder(map, tiles, latest.current.scheme)
  }, [tiles, map])

  useEffect(() => {
    map?.getSource<GeoJSONSource>('broken')?.setData(broken ?? empty)
    map?.getSource<GeoJSONSource>('picked')?.setData(picked ?? empty)
  }, [broken, picked, map])

  useEffect(() => {
    const coordinates = (line ?? []).map((point) => [...point])
    map
      ?.getSource<GeoJSONSource>('line')
      ?.setData({ type: 'Feature', properties: {}, geometry: { type: 'LineString', coordinates } })
  }, [line, map])

  useEffect(() => {
    if (goTo) map?.fitBounds(goTo, { padding: 24, maxZoom: 16, duration: 150 })
  }, [goTo, map])

  useEffect(() => {
    if (towards) map?.jumpTo({ center: [...towards], zoom: Math.max(16, map.getZoom()) })
  }, [towards, map])

  useEffect(() => {
    map?.getSource<GeoJSONSource>('marks')?.setData({
      type: 'FeatureCollection',
      features: marks.map(({ longitude, latitude, count, over }, index) => ({
        type: 'Feature',
        // Of some that are over and some that are not, how many are.
        properties: { index, count, over, told: over > 0 && over < count ? `${over}/${count}` : String(count) },
        geometry: { type: 'Point', coordinates: [longitude, latitude] },
      })),
    })
  }, [marks, map])

  return (
    <section ref={place} className={small ? 'map small' : 'map'} aria-label={label}>
      {map && pins && <Pins map={map} pins={pins} {...(heap && { heap })} choose={(id) => chosen?.(id)} />}
      {map && me && (
        <At map={map} point={me}>
          <div className="me" role="img" aria-label={say(w('我的位置', 'where I am'))} />
        </At>
      )}
    </section>
  )
}
