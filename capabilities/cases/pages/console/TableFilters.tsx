import { useEffect, useId, useRef, useState } from 'react'
import type { Option } from '#web/shared/form/Choice.tsx'
import { Select } from '#web/shared/form/Select.tsx'
import { useSay, w } from '#web/shared/language.ts'
import { useLoaded } from '#web/shared/loaded.ts'
import { type Units, unitsPath } from '#web/shared/places/places.ts'
import { useOwnUnit } from '#web/shared/places/useOwnUnit.ts'
import { useSettled } from '#web/shared/settled.ts'
import { stateWords } from '../../contract/states.ts'
import { useCategories } from '../categories.ts'
import { soonRule } from '../soon.ts'
import { allStates, openOnes } from '../states.ts'
import { filterWords, limitWords, openWords, statesWords } from './chosenWords.ts'
import type { Chosen, FilterName } from './tableQuery.ts'

export interface Choosing {
  chosen: Chosen
  set: (name: FilterName, value: string) => void
}

/** The conditions on the table of cases that are asked for most; the rest are folded (`MoreFilters`). */
export function TableFilters({ chosen, set }: Choosing) {
  const say = useSay()
  const { value: categories } = useCategories()
  const own = useOwnUnit()
  const streets = useLoaded<Units>(unitsPath({ kinds: ['street'], own }))
  const communities = useLoaded<Units>(
    unitsPath({ kinds: ['community'], ...(chosen.street !== undefined && { parent: chosen.street }), own, limit: 200 }),
  )
  const named = (units: Units | undefined) => units?.rows.map(({ code, name }) => ({ value: code, words: w(name, name) })) ?? []
  const pick = (name: FilterName, options: readonly Option[]) => (
    <Select all label={filterWords[name]} value={chosen[name] ?? ''} options={options} choose={(value) => set(name, value)} />
  )
  const states = chosen.state ?? openOnes
  return (
    <div className="stack close">
      <div className="filters">
        <Search value={chosen.q ?? ''} change={(value) => set('q', value)} />
        {pick('state', [
          { value: openOnes, words: openWords },
          ...allStates.map((state) => ({ value: state, words: stateWords(state) })),
          // Several at once come from a figure or from what was kept, and are told as such.
          ...(states.includes(',') && states !== openOnes ? [{ value: states, words: statesWords(states) }] : []),
        ])}
        {pick('category', categories?.map(({ code, name }) => ({ value: code, words: name })) ?? [])}
        {pick('street', named(streets.value))}
        {pick('community', named(communities.value))}
        {pick('when', whens)}
      </div>
      {chosen.when === 'soon' && <p className="soft small">{say(soonRule)}</p>}
    </div>
  )
}

const whens = Object.entries(limitWords).map(([value, words]) => ({ value, words }))

/** Words to look for: asked for when the typing pauses. */
function Search({ value, change }: { value: string; change: (value: string) => void }) {
  const [say, id] = [useSay(), useId()]
  const [typed, setTyped] = useState(value)
  const settled = useSettled(typed.trim(), 350)
  // Only what is typed changes the address: going back changes it without being asked here.
  const latest = useRef({ value, change })
  latest.current = { value, change }
  useEffect(() => {
    if (settled !== latest.current.value) latest.current.change(settled)
  }, [settled])
  // What changed the address from elsewhere (back, a view, clearing) is shown; what somebody is typing is left alone.
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (document.activeElement !== input.current) setTyped(value)
  }, [value])
  return (
    <div className="field search">
      <label htmlFor={id}>{say(w('搜索（词、编号、地点，按 /）', 'Word, number, place (press /)'))}</label>
      <input
        id={id}
        ref={input}
        type="search"
        className="input"
        maxLength={100}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
    </div>
  )
}
