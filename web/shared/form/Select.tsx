import { useId } from 'react'
import { useSay, type Words, w } from '../language.ts'
import type { Option } from './Choice.tsx'

interface Chosen {
  label: Words
  options: readonly Option[]
  value: string
  choose: (value: string) => void
  /** Whether all may be chosen, which is the empty value. */
  all?: boolean
  /** Whether one still has to be chosen: nothing is until somebody does. */
  asks?: boolean
}

/** One of many, folded together. */
export function Select({ label, options, value, choose, all = false, asks = false }: Chosen) {
  const [say, id] = [useSay(), useId()]
  return (
    <div className="field">
      <label htmlFor={id}>{say(label)}</label>
      <select id={id} className="input" value={value} onChange={(event) => choose(event.target.value)}>
        {all && <option value="">{say(w('全部', 'All'))}</option>}
        {asks && <option value="">{say(w('请选一项', 'Choose one'))}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {say(option.words)}
          </option>
        ))}
      </select>
    </div>
  )
}
