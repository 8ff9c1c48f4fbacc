import { type HTMLInputTypeAttribute, type KeyboardEvent, useId } from 'react'
import { useSay, type Words } from '../language.ts'
import { Optional } from './Choice.tsx'
import { useCut } from './useCut.ts'
import { marksOf, Wrong } from './Wrong.tsx'

interface Typed {
  label: Words
  value: string
  change: (value: string) => void
  optional?: boolean
  hint?: Words
  most?: number
  /** What is wrong with it, said beside it. */
  wrong?: Words | undefined
}

/** One line to type in. Its hint stands above it: within it would be cut off in large type, and gone while one types. */
export function Line({ label, value, change, optional = false, hint, most, wrong, type = 'text', enter, ...more }: Typed & More) {
  const [say, id] = [useSay(), useId()]
  return (
    <div className="field">
      <label htmlFor={id}>
        {say(label)} {optional && <Optional />}
      </label>
      {hint && <p className="soft small">{say(hint)}</p>}
      <input
        {...more}
        {...{ id, type, value, ...marksOf(id, wrong) }}
        className="input"
        {...(most !== undefined && { maxLength: most })}
        onChange={(event) => change(event.target.value)}
        {...(enter && { onKeyDown: (event) => onEnter(event, enter) })}
      />
      <Wrong id={id} wrong={wrong} />
    </div>
  )
}

/** Enter in a field that has a use of its own for it: the form around it is not sent. */
export function onEnter(event: KeyboardEvent, use: () => void): void {
  const { key, ctrlKey, metaKey, nativeEvent } = event
  // Enter also ends the choice of a Chinese sign, and with Control it sends.
  if (key !== 'Enter' || ctrlKey || metaKey || nativeEvent.isComposing) return
  event.preventDefault()
  use()
}

interface More {
  type?: HTMLInputTypeAttribute
  /** What Enter does in it, in place of sending the form. */
  enter?: () => void
  inputMode?: 'numeric' | 'decimal' | 'tel' | 'text' | 'search'
  autoComplete?: string
  min?: string | number
  max?: string | number
}

/** Several lines to type in. */
export function Lines({ label, value, change, optional = false, hint, most, wrong }: Typed) {
  const [say, id] = [useSay(), useId()]
  const { told, pasted, typed } = useCut(value, most)
  return (
    <div className="field">
      <label htmlFor={id}>
        {say(label)} {optional && <Optional />}
      </label>
      <textarea
        {...{ id, value, ...marksOf(id, wrong) }}
        className="input"
        {...(most !== undefined && { maxLength: most })}
        {...(hint && { placeholder: say(hint) })}
        onPaste={pasted}
        onInput={typed}
        onChange={(event) => change(event.target.value)}
      />
      {told && (
        <p className="note warm small" role="status">
          {say(told)}
        </p>
      )}
      <Wrong id={id} wrong={wrong} />
    </div>
  )
}
