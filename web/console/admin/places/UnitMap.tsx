import { Suspense, useMemo } from 'react'
import { gridLevels } from '#kernel/place/contract.ts'
import { Choice } from '../../../shared/form/Choice.tsx'
import { useSay, type Words, w } from '../../../shared/language.ts'
import { useLoaded } from '../../../shared/loaded.ts'
import { type Boundaries, type Box, boundsOf } from '../../../shared/map/bounds.ts'
import { LazyMap } from '../../../shared/map/LazyMap.tsx'
import { Skeleton, Trouble } from '../../../shared/parts.tsx'
import type { UnitCard } from './unit.ts'

/** How far around a point that is all that is known of a place, in degrees: some hundred metres. */
const around = 0.004

const gridsPath = ({ street, community }: UnitCard, level: number): string => {
  const query = new URLSearchParams({ level: String(level) })
  if (community !== undefined) query.set('community', community)
  else if (street !== undefined) query.set('street', street)
  return `/api/boundaries?${query}`
}
const ofKind = ({ features }: Boundaries, dedicated: boolean): Boundaries => ({
  type: 'FeatureCollection',
  features: features.filter(({ properties }) => (properties.kind === 'dedicated') === dedicated),
})

/** What a level is called, with how many grids of it are in the unit. */
function counted({ zh, en }: Words, levels: UnitCard['levels'], level: string): Words {
  const found = levels.find((one) => String(one.level) === level)
  if (!found) return w(zh, en)
  const more = found.dedicated > 0 ? w(` + 专属 ${found.dedicated}`, ` + ${found.dedicated} dedicated`) : w('', '')
  return w(`${zh} ${found.base}${more.zh}`, `${en}: ${found.base}${more.en}`)
}

/** The chosen unit on a map of our own boundaries, with the grids of one level in it; dedicated ones in broken lines. */
export function UnitMap({ card, level, choose }: { card: UnitCard; level: number; choose: (level: number) => void }) {
  const say = useSay()
  const outlines = useLoaded<Boundaries>('/api/boundaries')
  const grids = useLoaded<Boundaries>(gridsPath(card, level))
  const { outline, point, code, name, kind } = card
  const drawn = useMemo(() => {
    if (!outlines.value || !grids.value) return undefined
    const picked: Boundaries = {
      type: 'FeatureCollection',
      features: outline ? [{ type: 'Feature', id: code, geometry: outline, properties: { code, name, kind } }] : [],
    }
    const seen: Box | undefined = point && [
      ...([point.longitude - around, point.latitude - around] as const),
      ...([point.longitude + around, point.latitude + around] as const),
    ]
    const all = boundsOf([outlines.value, grids.value])
    return {
      boundaries: [outlines.value, ofKind(grids.value, false)],
      ...{ picked, broken: ofKind(grids.value, true), bounds: all },
      goTo: boundsOf([picked]) ?? seen ?? boundsOf([grids.value]) ?? all,
      marks: point && kind !== 'district' ? [{ ...point, count: 1, over: 0, id: code }] : [],
    }
  }, [outlines.value, grids.value, outline, point, code, name, kind])
  return (
    <section className="stack close" aria-label={say(w('地图', 'Map'))}>
      <Choice
        legend={w('看哪一级网格', 'Which grids to look at')}
        options={Object.entries(gridLevels).map(([value, words]) => ({ value, words: counted(words, card.levels, value) }))}
        value={String(level)}
        choose={(chosen) => choose(Number(chosen))}
      />
      <Trouble problem={outlines.problem ?? grids.problem} again={grids.reload} />
      {!drawn && !outlines.problem && !grids.problem && <Skeleton rows={6} />}
      {drawn && !drawn.bounds && (
        <p className="note">{say(w('还没有任何边界，请先导入。', 'There are no boundaries yet: import them first.'))}</p>
      )}
      {drawn?.bounds && (
        <Suspense fallback={<Skeleton rows={6} />}>
          <LazyMap
            label={say(w(`${name}的地图，下面的表说的是同样的内容`, `map of ${name}; the tables below say the same`))}
            bounds={drawn.bounds}
            boundaries={drawn.boundaries}
            broken={drawn.broken}
            picked={drawn.picked}
            goTo={drawn.goTo}
            marks={drawn.marks}
          />
        </Suspense>
      )}
      <p className="soft small">
        {say(
          w(
            '粗线和浅底：这个单位。细线：这一级的基础网格。虚线：专属网格。圆点：登记的位置。',
            'Strong line on a tint: this unit. Thin lines: base grids of the level. Broken lines: dedicated grids. Dot: its point on record.',
          ),
        )}
        {!outline && !point && say(w(' 这个单位没有登记边界和位置。', ' This unit has neither boundary nor point on record.'))}
      </p>
    </section>
  )
}
