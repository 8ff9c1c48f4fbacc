import { Suspense } from 'react'
import { useLocation } from 'wouter'
import { useSay, w } from '#web/shared/language.ts'
import { useLoaded } from '#web/shared/loaded.ts'
import { aroundAll, type Boundaries } from '#web/shared/map/bounds.ts'
import { LazyMap } from '#web/shared/map/LazyMap.tsx'
import { Skeleton, Trouble } from '#web/shared/parts.tsx'
import type { featureOf } from '../geojson.ts'
import type { SeenStation } from '../show.ts'

/** So many at most are drawn: a map of more says less. */
const most = 500
/** So many metres around what is shown. */
const margin = 300

interface Shown {
  /** What the list is asked for, in the words of the interface. */
  asked: URLSearchParams
  /** How many the list has in all, and those of the page that is shown. */
  count: number
  page: readonly SeenStation[]
  here: { longitude: number; latitude: number } | undefined
}

/** All stations that the list has, on all its pages. A tap on one leads to it: in the list where it is there, else on its own page. */
export function StationsMap({ asked, count, page, here }: Shown) {
  const say = useSay()
  const [, go] = useLocation()
  const all = useLoaded<{ features: ReturnType<typeof featureOf>[] }>(
    `/api/stations.geojson?${new URLSearchParams([...asked, ['limit', `${most}`]])}`,
  )
  const boundaries = useLoaded<Boundaries>('/api/boundaries')
  if (!all.value) return all.problem ? <Trouble problem={all.problem} again={all.reload} /> : <Skeleton rows={6} />
  const { features } = all.value
  const drawn = features.map(({ geometry: { coordinates } }) => ({ longitude: coordinates[0], latitude: coordinates[1] }))
  // Whoever asks for the nearest begins with them in view.
  const shown = here && page.length > 0 ? page : drawn
  if (shown.length === 0) return null
  return (
    <>
      <p className="soft small" role="status">
        {say(
          features.length < count
            ? w(
                `共 ${count} 处，图上只画 ${features.length} 处：加一个条件，就能看全。`,
                `${features.length} of ${count} are drawn: ask for less to see all of them.`,
              )
            : w(
                `图上 ${features.length} 处；挨得近的合成一个数，放大就分开。`,
                `${features.length} on the map; what is close is one number, until you zoom in.`,
              ),
        )}
      </p>
      <Suspense fallback={<Skeleton rows={6} />}>
        <LazyMap
          small
          label={say(w('驿站地图', 'Map of stations'))}
          bounds={aroundAll(shown, margin)}
          boundaries={boundaries.value ? [boundaries.value] : []}
          me={here && [here.longitude, here.latitude]}
          pins={features.map(({ id, geometry: { coordinates }, properties: { name, open } }) => ({
            ...{ id, label: name, look: open ? ('done' as const) : ('stopped' as const) },
            point: [coordinates[0], coordinates[1]] as const,
          }))}
          heap={{ measure: '处', first: '其中' }}
          chosen={(code) => {
            const row = document.getElementById(`station-${code}`)
            if (row) row.scrollIntoView({ block: 'center' })
            else go(`/stations/${encodeURIComponent(code)}`)
          }}
        />
      </Suspense>
    </>
  )
}
