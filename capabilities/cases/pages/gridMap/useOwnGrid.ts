import { useMemo } from 'react'
import { useLoaded } from '#web/shared/loaded.ts'
import { type Boundaries, boundsOf } from '#web/shared/map/bounds.ts'
import type { CodedPlace } from '#web/shared/places/places.ts'

/** The boundaries that a post's map shows: its own grid on top of those around it; of a community, its grids within its outline. */
export function useOwnGrid(unit: string | undefined) {
  const own = useLoaded<CodedPlace>(unit && `/api/places/${encodeURIComponent(unit)}`)
  const { community } = own.value?.where ?? {}
  const level = own.value && levelOf(own.value)
  const query = community && new URLSearchParams({ level: String(level ?? 2), community })
  const around = useLoaded<Boundaries>(query && `/api/boundaries?${query}`)
  const outlines = useLoaded<Boundaries>(own.value && level === undefined ? '/api/boundaries' : undefined)
  const source = level === undefined ? outlines.value : around.value
  const boundaries = useMemo(
    () =>
      source && around.value
        ? [around.value, { ...source, features: source.features.filter(({ id }) => id === own.value?.code) }]
        : [],
    [source, around.value, own.value?.code],
  )
  const bounds = useMemo(() => boundsOf(boundaries.slice(1)) ?? boundsOf(boundaries), [boundaries])
  const problem = own.problem ?? around.problem ?? outlines.problem
  return { name: own.value?.label, boundaries, bounds, ...(problem && { problem }) }
}

/** The level of a grid, by where it says that it lies; nothing of a unit. A dedicated grid lies over those of level 2. */
function levelOf({ type, code, where }: CodedPlace): 1 | 2 | 3 | undefined {
  if (type === 'unit') return undefined
  return where.grid3 === code ? 3 : where.grid1 === code ? 1 : 2
}
