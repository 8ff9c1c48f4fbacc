import { useState } from 'react'
import { useSay, w } from '../../../shared/language.ts'
import { useLoaded } from '../../../shared/loaded.ts'
import { useNow } from '../../../shared/now.ts'
import { Skeleton, Trouble } from '../../../shared/parts.tsx'
import { type CodedPlace, type Grids, gridsPath } from '../../../shared/places/places.ts'
import { UnitPicker } from '../../../shared/places/UnitPicker.tsx'
import { isoDay } from '../../../shared/time.ts'
import { Decided } from './Decided.tsx'
import { Redraw } from './Redraw.tsx'
import './redrawing.css'

/** Changes of grids' boundaries: one grid is chosen, what is to become of it looked at on the map, and decided. */
export default function RedrawingPage() {
  const say = useSay()
  const [code, setCode] = useState<string>()
  const [turn, setTurn] = useState(0)
  const today = isoDay(useNow())
  return (
    <div className="stack">
      <h1>{say(w('调整网格边界', 'Boundaries of the grids'))}</h1>
      <p className="soft">
        {say(
          w(
            '分出新网格、划一部分给邻格、并入邻格。从选定的那天起生效：办结的事项留在当时的网格，没办完的自动转到新网格，并告诉双方。',
            'Make a new grid of a part, give a part to a neighbour, or merge. It holds from the day that you choose: what is done stays in the grid of its day, what is open goes along, and both sides are told.',
          ),
        )}
      </p>
      <UnitPicker label={w('哪个网格', 'Which grid')} kinds={['grid']} value={code} choose={setCode} />
      {code !== undefined && (
        <Chosen
          key={`${code} ${turn}`}
          {...{ code, today }}
          done={() => {
            setCode(undefined)
            setTurn((before) => before + 1)
          }}
        />
      )}
      <Decided key={turn} />
    </div>
  )
}

function Chosen({ code, today, done }: { code: string; today: string; done: () => void }) {
  const place = useLoaded<CodedPlace>(`/api/places/${encodeURIComponent(code)}`)
  const community = place.value?.where.community
  const grids = useLoaded<Grids>(community && gridsPath({ community }))
  const grid = grids.value?.rows.find((one) => one.code === code)
  return (
    <>
      <Trouble problem={place.problem ?? grids.problem} again={place.reload} />
      {!grid && !place.problem && !grids.problem && <Skeleton rows={6} />}
      {grid && grids.value && <Redraw {...{ grid, today, done }} around={grids.value.rows} />}
    </>
  )
}
