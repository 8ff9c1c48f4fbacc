import { useSay, w } from '../language.ts'
import { lazyPage } from '../lazyPage.ts'

/**
 * The map, loaded where it is first shown: it is three times as heavy as all the rest of a page. Where it cannot be drawn (no WebGL),
 * or not be fetched for want of a network, a line says so; a map is never the only way.
 */
export const LazyMap = lazyPage(async () => {
  if (document.createElement('canvas').getContext('webgl2') === null) return { default: NoMap }
  try {
    return await import('./MapView.tsx')
  } catch (fault) {
    if (navigator.onLine) throw fault
    return { default: NoMap }
  }
})

function NoMap() {
  const say = useSay()
  return (
    <p className="note">
      {say(
        w(
          '现在画不了地图（没有网络，或这台设备不支持），请用列表。',
          'The map cannot be drawn now (no network, or not on this device): use the list.',
        ),
      )}
    </p>
  )
}
