import { useState } from 'react'
import { useSearchParams } from 'wouter'
import { Line } from '../../../shared/form/Line.tsx'
import { useSay, w } from '../../../shared/language.ts'
import { useLoaded } from '../../../shared/loaded.ts'
import { Empty, Skeleton, Trouble } from '../../../shared/parts.tsx'
import { useSettled } from '../../../shared/settled.ts'
import { Changed } from './changed.ts'
import { FoundUnits } from './FoundUnits.tsx'
import { UnitSheet } from './UnitSheet.tsx'
import { UnitTree } from './UnitTree.tsx'
import { type UnitCard, unitPath } from './unit.ts'
import './places.css'

/** Units and grids: all of them level by level or by search, and the chosen one with its map, its grids and what can be done with it. */
export default function PlacesPage({ code }: { code?: string }) {
  const say = useSay()
  const [address] = useSearchParams()
  const [search, setSearch] = useState(address.get('search') ?? '')
  const settled = useSettled(search.trim())
  const [turn, setTurn] = useState(0)
  const { value: card, problem, reload } = useLoaded<UnitCard>(code && unitPath(code))
  const changed = () => {
    reload()
    setTurn((before) => before + 1)
  }
  return (
    <Changed value={turn}>
      <div className="stack">
        <h1>{say(w('单位与网格', 'Units and grids'))}</h1>
        <div className="places">
          <div className="stack close choosing">
            <Line
              label={w('搜索名称或编码', 'Search by name or code')}
              value={search}
              change={setSearch}
              type="search"
              most={60}
            />
            {settled ? (
              <FoundUnits key={settled} search={settled} chosen={code} />
            ) : (
              <UnitTree chosen={code} above={card?.path.map((one) => one.code) ?? []} />
            )}
          </div>
          <div className="stack">
            <Trouble problem={problem} again={reload} />
            {code === undefined && <Empty words={w('先在单位列表里选一个。', 'Choose a unit from the list.')} />}
            {code !== undefined && !card && !problem && <Skeleton rows={8} />}
            {card && <UnitSheet key={card.code} card={card} changed={changed} />}
          </div>
        </div>
      </div>
    </Changed>
  )
}
