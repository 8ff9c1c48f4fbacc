import { useEffect, useId, useRef, useState } from 'react'
import { Select } from '#web/shared/form/Select.tsx'
import { useSay, type Words, w } from '#web/shared/language.ts'
import { useLoaded } from '#web/shared/loaded.ts'
import { handlingKinds, type Units, unitsPath } from '#web/shared/places/places.ts'
import { UnitPicker } from '#web/shared/places/UnitPicker.tsx'
import { useSettled } from '#web/shared/settled.ts'
import { useCategories } from '../categories.ts'
import { allStates, stateWords } from '../states.ts'

/** What the table is asked for; all of it stands in the address. */
export const filterNames = ['q', 'state', 'category', 'street', 'community', 'lead', 'urgency', 'when', 'from', 'to'] as const
export type FilterName = (typeof filterNames)[number]
export type Chosen = Partial<Record<FilterName, string>>

interface Choosing {
  chosen: Chosen
  set: (name: FilterName, value: string) => void
}

/** Conditions on the table of cases. */
export function TableFilters({ chosen, set }: Choosing) {
  const say = useSay()
  const { value: categories } = useCategories()
  const streets = useLoaded<Units>(unitsPath({ kinds: ['street'] }))
  const communities = useLoaded<Units>(
    unitsPath({ kinds: ['community'], ...(chosen.street !== undefined && { parent: chosen.street }), limit: 200 }),
  )
  const named = (units: Units | undefined) => units?.rows.map(({ code, name }) => ({ value: code, words: w(name, name) })) ?? []
  const pick = (name: FilterName, words: Words, options: { value: string; words: Words }[]) => (
    <Select all label={words} value={chosen[name] ?? ''} options={options} choose={(value) => set(name, value)} />
  )
  return (
    <div className="filters">
      <Search value={chosen.q ?? ''} change={(value) => set('q', value)} />
      {pick(
        'state',
        w('状态', 'State'),
        allStates.map((state) => ({ value: state, words: stateWords(state) })),
      )}
      {pick('category', w('类别', 'Category'), categories?.map(({ code, name }) => ({ value: code, words: name })) ?? [])}
      {pick('street', w('街道', 'Street'), named(streets.value))}
      {pick('community', w('社区', 'Community'), named(communities.value))}
      {pick('when', w('时限', 'Limit'), [
        { value: 'over', words: w('已超时', 'over') },
        { value: 'soon', words: w('快到时', 'due soon') },
      ])}
      {pick('urgency', w('缓急', 'Urgency'), [
        { value: 'urgent', words: w('紧急', 'urgent') },
        { value: 'ordinary', words: w('一般', 'ordinary') },
      ])}
      <Day words={w('报单从', 'Reported from')} value={chosen.from ?? ''} change={(value) => set('from', value)} />
      <Day words={w('到', 'to')} value={chosen.to ?? ''} change={(value) => set('to', value)} />
      <details open={chosen.lead !== undefined}>
        <summary>{say(w('主办单位', 'Lead unit'))}</summary>
        <UnitPicker
          label={w('主办单位', 'Lead unit')}
          kinds={handlingKinds}
          value={chosen.lead}
          choose={(code) => set('lead', code ?? '')}
          optional
        />
      </details>
    </div>
  )
}

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
      <label htmlFor={id}>{say(w('搜索（词、编号、地点，按 /）', 'Search: words, number, place (press /)'))}</label>
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

function Day({ words, value, change }: { words: Words; value: string; change: (value: string) => void }) {
  const [say, id] = [useSay(), useId()]
  return (
    <div className="field">
      <label htmlFor={id}>{say(words)}</label>
      <input id={id} type="date" className="input" value={value} onChange={(event) => change(event.target.value)} />
    </div>
  )
}
