import { useRef, useState } from 'react'
import { useSearchParams } from 'wouter'
import { Tick } from '#web/shared/form/Choice.tsx'
import { Line } from '#web/shared/form/Line.tsx'
import { Select } from '#web/shared/form/Select.tsx'
import { useSay, w } from '#web/shared/language.ts'
import { stateWords } from '../../contract/states.ts'
import { allStates } from '../states.ts'

/** Conditions on the list of all that one sees. They stand in the address. */
export function Filters() {
  const say = useSay()
  const [search, setSearch] = useSearchParams()
  const [number, setNumber] = useState(search.get('number') ?? '')
  const [words, setWords] = useState(search.get('q') ?? '')
  const set = (name: string, value: string) =>
    setSearch((current) => {
      current.delete('cursor')
      if (value === '') current.delete(name)
      else current.set(name, value)
      return current
    })
  // The list follows once the typing rests.
  const rest = useRef(0)
  const look = (value: string) => {
    setWords(value)
    clearTimeout(rest.current)
    rest.current = window.setTimeout(() => set('q', value.trim()), 400)
  }
  return (
    <form
      className="filters"
      onSubmit={(event) => {
        event.preventDefault()
        set('number', number.trim())
      }}
    >
      <Select
        all
        label={w('状态', 'State')}
        value={search.get('state') ?? ''}
        options={allStates.map((state) => ({ value: state, words: stateWords(state) }))}
        choose={(value) => set('state', value)}
      />
      <Line label={w('搜索', 'Search')} value={words} change={look} type="search" most={100} />
      <Line label={w('编号', 'Number')} value={number} change={setNumber} type="search" most={60} />
      <button type="submit" className="button">
        {say(w('查编号', 'Find it'))}
      </button>
      <Tick
        words={w('只看超时', 'Only what is overdue')}
        value={search.get('over') === 'true'}
        choose={(over) => set('over', over ? 'true' : '')}
      />
    </form>
  )
}
