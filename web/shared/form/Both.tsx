import { useId } from 'react'
import { useSay, type Words, w } from '../language.ts'
import { Optional } from './Choice.tsx'
import { asValues } from './schema.ts'

const languages = [
  { name: 'zh', words: w('中文', 'Chinese') },
  { name: 'en', words: w('英文', 'English') },
] as const

interface BothFields {
  label: Words
  value: unknown
  change: (value: unknown) => void
  optional?: boolean
  /** Names are a line, what is said to people are several. */
  short?: boolean
}

/** Words in both languages, beside each other. */
export function Both({ label, value, change, optional = false, short = false }: BothFields) {
  const [say, id] = [useSay(), useId()]
  const values = asValues(value)
  return (
    <fieldset className="field">
      <legend className="legend">
        {say(label)} {optional && <Optional />}
      </legend>
      <div className="abreast">
        {languages.map(({ name, words }) => {
          const shown = {
            ...{ id: `${id}-${name}`, lang: name, className: 'input', 'aria-label': `${say(label)} ${say(words)}` },
            value: typeof values[name] === 'string' ? values[name] : '',
            placeholder: say(words),
          }
          const put = (typed: string) => change({ ...values, [name]: typed })
          return short ? (
            <input key={name} {...shown} onChange={(event) => put(event.target.value)} />
          ) : (
            <textarea key={name} {...shown} rows={3} onChange={(event) => put(event.target.value)} />
          )
        })}
      </div>
    </fieldset>
  )
}
