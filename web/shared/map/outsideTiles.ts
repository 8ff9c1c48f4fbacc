import type { IControl, Map as MapLibre } from 'maplibre-gl'
import type { Tiles } from '#kernel/place/shown.ts'

type OutsideTiles = NonNullable<Tiles['tiles']>

const id = 'outside'

/**
 * Lays tiles under all that is drawn of our own, paler than they came, and says whose they are. Those that do not come leave the
 * ground as it was.
 */
export function layUnder(map: MapLibre, { address, attribution }: OutsideTiles, scheme: 'light' | 'dark'): void {
  if (map.getSource(id)) return
  map.addSource(id, { type: 'raster', tiles: [address], tileSize: 256, maxzoom: 18 })
  const pale = { 'raster-saturation': -0.5, 'raster-opacity': 0.8, 'raster-fade-duration': 0 }
  const dim = { ...pale, 'raster-brightness-max': 0.45, 'raster-opacity': 0.7 }
  const [, lowest] = map.getLayersOrder()
  map.addLayer({ id, type: 'raster', source: id, paint: scheme === 'dark' ? dim : pale }, lowest)
  map.addControl(saying(attribution), 'bottom-right')
}

/** Words in a corner of the map, as they are: no markup of anybody's. */
function saying(words: string): IControl {
  const element = document.createElement('p')
  element.className = 'maplibregl-ctrl attribution'
  element.textContent = words
  return { onAdd: () => element, onRemove: () => element.remove() }
}
