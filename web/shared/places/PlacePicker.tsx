import { Suspense, useEffect, useState } from 'react'
import { ask, type Problem } from '../ask.ts'
import { BackStep } from '../BackStep.tsx'
import { Line } from '../form/Line.tsx'
import { useSay, w } from '../language.ts'
import { lazyPage } from '../lazyPage.ts'
import { Skeleton } from '../parts.tsx'
import { Buildings } from './Buildings.tsx'
import { rememberEstate } from './ownEstate.ts'
import { type ChosenPlace, type CodedPlace, type Here, placeOf, type Unit } from './places.ts'
import { hereIfAllowed, whereAmI } from './position.ts'
import { UnitPicker } from './UnitPicker.tsx'
import { useOwnUnit } from './useOwnUnit.ts'

const PinPicker = lazyPage(() => import('./PinPicker.tsx'))

interface Picking {
  choose: (place: ChosenPlace) => void
  atDesk?: boolean
  /** What was chosen before. */
  before?: ChosenPlace | undefined
  /** Back to the question before this one, where there is one. */
  back?: () => void
}

/**
 * Chooses a place in any of four ways: where the phone is (not at a desk), estate and building, a pin on a map, or a code that stands
 * on a door.
 */
export function PlacePicker({ choose, atDesk = false, before, back }: Picking) {
  const say = useSay()
  const [onMap, setOnMap] = useState(false)
  const [estate, setEstate] = useState<Unit>()
  const [looking, setLooking] = useState(false)
  const [because, setBecause] = useState<Problem['because']>()
  const about = useHere(!atDesk)
  const own = useOwnUnit()
  if (onMap)
    return (
      <Suspense fallback={<Skeleton />}>
        <PinPicker
          {...{ choose, atDesk }}
          near={estate?.code ?? before?.estate ?? codeOf(before) ?? own}
          back={() => setOnMap(false)}
        />
      </Suspense>
    )
  const pin = <ByPin open={() => setOnMap(true)} />
  if (estate)
    return (
      <>
        <Buildings {...{ estate, choose, atDesk }} back={() => setEstate(undefined)} />
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
      {back && (
        <div>
          <BackStep back={back} />
        </div>
      )}
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
        label={
          atDesk
            ? w('小区', 'Estate')
            : typeof about === 'object'
              ? w('或者选小区（近的在前）', 'Or choose the estate (the nearest first)')
              : w('或者选小区', 'Or choose the estate')
        }
        kinds={['estate']}
        here={about}
        folds={atDesk}
        ownFirst={!atDesk}
        value={undefined}
        choose={(_, unit) => {
          if (!unit) return
          if (!atDesk) rememberEstate(unit)
          setEstate(unit)
        }}
      />
      {pin}
      <Coded choose={choose} />
    </div>
  )
}

/** About where the phone is, where that may be known without asking; `asking` until it is, so that no list moves under a thumb. */
function useHere(wanted: boolean): Here | 'asking' | undefined {
  const [here, setHere] = useState<Here | 'asking' | undefined>(wanted ? 'asking' : undefined)
  useEffect(() => {
    if (!wanted) return
    let gone = false
    hereIfAllowed().then((found) => gone || setHere(found))
    return () => {
      gone = true
    }
  }, [wanted])
  return here
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
