import { useEffect, useRef, useState } from 'react'
import { closest } from '#kernel/place/contract.ts'
import { BackStep } from '../BackStep.tsx'
import { Line } from '../form/Line.tsx'
import { useSay, w } from '../language.ts'
import { useLoaded } from '../loaded.ts'
import { Skeleton, Trouble } from '../parts.tsx'
import { type ChosenPlace, type Unit, type Units, unitsPath } from './places.ts'

/** More buildings than these are too many to look through: a word of the name finds one. */
const many = 20

interface Choosing {
  estate: Unit
  choose: (place: ChosenPlace) => void
  atDesk: boolean
  back: () => void
}

/** The buildings of an estate, one of which is chosen: by sight, or by a part of its name where they are many. */
export function Buildings({ estate, choose, atDesk, back }: Choosing) {
  const say = useSay()
  const [typed, setTyped] = useState('')
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // Whoever files by keys goes on typing.
    if (atDesk) box.current?.querySelector('input')?.focus()
  }, [atDesk])
  const { value, problem, reload } = useLoaded<Units>(unitsPath({ parent: estate.code, limit: 200 }))
  const near = { estate: estate.code, ...(estate.community !== undefined && { community: estate.community }) }
  const all = value?.rows ?? []
  // 3 is building 3 before it is 13.
  const rows = closest(all, typed)
  const [first] = rows
  const pick = ({ code, name }: Unit) => choose({ given: { code }, label: `${estate.name}${name}`, ...near })
  return (
    <div className="stack close" ref={box}>
      <div className="line">
        <BackStep back={back} />
        <h3>{estate.name}</h3>
      </div>
      {(atDesk || all.length > many) && (
        <Line
          label={
            atDesk
              ? w('哪栋（打几个字，回车选第一个）', 'Which building (type a part, Enter takes the first)')
              : w('哪栋楼（打几个字找）', 'Which building (type a part of it)')
          }
          value={typed}
          change={setTyped}
          enter={() => first && typed.trim() !== '' && pick(first)}
          type="search"
          most={60}
        />
      )}
      <button
        type="button"
        className="button wide"
        onClick={() => choose({ given: { code: estate.code }, label: estate.name, ...near })}
      >
        {say(w('公共地方，或说不清哪栋', 'A common area, or not sure which building'))}
      </button>
      <Trouble problem={problem} again={reload} />
      {!value && !problem && <Skeleton />}
      {rows.length > 0 && (
        <ul className="rows tall">
          {rows.map((unit) => (
            <li key={unit.code}>
              <button type="button" onClick={() => pick(unit)}>
                {unit.name}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
