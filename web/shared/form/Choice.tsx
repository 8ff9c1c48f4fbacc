import { useId } from 'react'
import { useSay, type Words, w } from '../language.ts'

export interface Option {
  value: string
  words: Words
}

interface Chosen {
  legend: Words
  options: readonly Option[]
  value: string | undefined
  choose: (value: string) => void
  optional?: boolean
  /** Takes the choice back, where there need be none. */
  clear?: () => void
}

/** One of a few: all of them seen at once, each a target for a thumb. */
export function Choice({ legend, options, value, choose, optional = false, clear }: Chosen) {
  const [say, name] = [useSay(), useId()]
  return (
    <fieldset className="field">
      <legend className="legend">
        {say(legend)} {optional && <Optional />}
      </legend>
      <div className="choices">
        {options.map((option) => (
          <label key={option.value} className={option.value === value ? 'choice chosen' : 'choice'}>
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              onChange={() => choose(option.value)}
            />
            {say(option.words)}
          </label>
        ))}
        {clear && value !== undefined && (
          <button type="button" className="button plain" onClick={clear}>
            {say(w('不选', 'None of these'))}
          </button>
        )}
      </div>
    </fieldset>
  )
}

interface Several {
  legend: Words
  options: readonly Option[]
  chosen: readonly string[]
  choose: (values: string[]) => void
}

/** Any of a few. */
export function Ticks({ legend, options, chosen, choose }: Several) {
  const say = useSay()
  return (
    <fieldset className="field">
      <legend className="legend">{say(legend)}</legend>
      <div className="choices">
        {options.map(({ value, words }) => (
          <Tick
            key={value}
            words={words}
            value={chosen.includes(value)}
            choose={(wanted) => choose(wanted ? [...chosen, value] : chosen.filter((one) => one !== value))}
          />
        ))}
      </div>
    </fieldset>
  )
}

/** Yes or no, as a tick. */
export function Tick({ words, value, choose }: { words: Words; value: boolean; choose: (value: boolean) => void }) {
  const say = useSay()
  return (
    <label className={value ? 'choice many chosen' : 'choice many'}>
      <input type="checkbox" checked={value} onChange={(event) => choose(event.target.checked)} />
      {say(words)}
    </label>
  )
}

export function Optional() {
  const say = useSay()
  return <span className="optional">{say(w('（可不填）', '(optional)'))}</span>
}
