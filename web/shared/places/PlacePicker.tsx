import { Suspense, useState } from 'react'
import { ask, type Problem } from '../ask.ts'
import { Line } from '../form/Line.tsx'
import { useSay, w } from '../language.ts'
import { lazyPage } from '../lazyPage.ts'
import { useLoaded } from '../loaded.ts'
import { Skeleton, Trouble } from '../parts.tsx'
import type { ChosenPlace, CodedPlace, Unit, Units } from './places.ts'
import { unitsPath } from './places.ts'
import { whereAmI } from './position.ts'
import { UnitPicker } from './UnitPicker.tsx'

const PinPicker = lazyPage(() => import('./PinPicker.tsx'))

interface Picking {
  choose: (place: ChosenPlace) => void
  atDesk?: boolean
  /** What was chosen before. */
  before?: ChosenPlace | undefined
}

/**
 * Chooses a place in any of four ways: where the phone is (not at a desk), estate and building, a pin on a map, or a code that stands
 * on a door.
 */
export function PlacePicker({ choose, atDesk = false, before }: Picking) {
  const say = useSay()
  const [onMap, setOnMap] = useState(false)
  const [estate, setEstate] = useState<Unit>()
  const [looking, setLooking] = useState(false)
  const [because, setBecause] = useState<Problem['because']>()
  if (onMap)
    return (
      <Suspense fallback={<Skeleton />}>
        <PinPicker {...{ choose, atDesk }} near={estate?.code ?? before?.estate ?? codeOf(before)} back={() => setOnMap(false)} />
      </Suspense>
    )
  const pin = <ByPin open={() => setOnMap(true)} />
  if (estate)
    return (
      <>
        <Buildings estate={estate} choose={choose} back={() => setEstate(undefined)} />
        {pin}
      </>
    )

  const here = async () => {
    setLooking(true)
    setBecause(undefined)
    const found = await whereAmI()
    setLooking(false)
    if ('place' in found) choose(found.place)
    else setBecause(found.because)
  }
  return (
    <div className="stack">
      {!atDesk && (
        <button type="button" className="button main wide" onClick={here} disabled={looking}>
          {say(looking ? w('正在定位…', 'Finding you…') : w('就在我现在的位置', 'Right where I am'))}
        </button>
      )}
      {because && (
        <p className="note warm" role="alert">
          {say(because)}
        </p>
      )}
      <UnitPicker
        label={atDesk ? w('小区', 'Estate') : w('或者选小区', 'Or choose the estate')}
        kinds={['estate']}
        value={undefined}
        choose={(_, unit) => unit && setEstate(unit)}
      />
      {pin}
      <Coded choose={choose} />
    </div>
  )
}

const codeOf = (place: ChosenPlace | undefined) => (place && 'code' in place.given ? place.given.code : undefined)

function ByPin({ open }: { open: () => void }) {
  const say = useSay()
  return (
    <button type="button" className="button wide" onClick={open}>
      {say(w('或者在地图上指', 'Or point at it on a map'))}
    </button>
  )
}

function Buildings({ estate, choose, back }: { estate: Unit; choose: (place: ChosenPlace) => void; back: () => void }) {
  const say = useSay()
  const { value, problem, reload } = useLoaded<Units>(unitsPath({ parent: estate.code, limit: 200 }))
  const near = { estate: estate.code, ...(estate.community !== undefined && { community: estate.community }) }
  return (
    <div className="stack close">
      <div className="line">
        <h3>{estate.name}</h3>
        <button type="button" className="button far" onClick={back}>
          {say(w('换个小区', 'Another estate'))}
        </button>
      </div>
      <button
        type="button"
        className="button wide"
        onClick={() => choose({ given: { code: estate.code }, label: estate.name, ...near })}
      >
        {say(w('公共地方，或说不清哪栋', 'A common area, or not sure which building'))}
      </button>
      <Trouble problem={problem} again={reload} />
      {!value && !problem && <Skeleton />}
      {value && value.rows.length > 0 && (
        <ul className="rows tall">
          {value.rows.map(({ code, name }) => (
            <li key={code}>
              <button type="button" onClick={() => choose({ given: { code }, label: `${estate.name}${name}`, ...near })}>
                {name}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

function Coded({ choose }: { choose: (place: ChosenPlace) => void }) {
  const say = useSay()
  const [code, setCode] = useState('')
  const [problem, setProblem] = useState<Problem>()
  const open = async () => {
    const reply = await ask<CodedPlace>(`/api/places/${encodeURIComponent(code.trim())}`)
    if (reply.done) choose(placeOf(reply.value))
    else setProblem(reply.problem)
  }
  return (
    <details>
      <summary>{say(w('或者输入门牌、楼栋码上的编码', 'Or type the code on the door'))}</summary>
      <form
        className="stack close"
        onSubmit={(event) => {
          event.preventDefault()
          open()
        }}
      >
        <Line
          label={w('编码', 'Code')}
          value={code}
          change={(typed) => {
            setCode(typed)
            setProblem(undefined)
          }}
          wrong={problem?.because}
          most={200}
        />
        <button type="submit" className="button" disabled={code.trim() === ''}>
          {say(w('就是这里', 'This place'))}
        </button>
      </form>
    </details>
  )
}

export const placeOf = ({ code, label, where, estate }: CodedPlace): ChosenPlace => ({
  given: { code },
  label,
  ...(where.community !== undefined && { community: where.community }),
  ...(estate !== undefined && { estate }),
})
