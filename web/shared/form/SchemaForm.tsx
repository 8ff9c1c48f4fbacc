import { useEffect, useRef, useState } from 'react'
import type { Problem } from '../ask.ts'
import { keep, kept } from '../kept.ts'
import { useSay, type Words, w } from '../language.ts'
import { Trouble } from '../parts.tsx'
import { type Meaning, SchemaFields } from './SchemaFields.tsx'
import { asValues, filled, missing, type Schema, type Values } from './schema.ts'
import { wrongFields } from './wrongFields.ts'

interface Form {
  title: Words
  schema: Schema
  meaning: Meaning
  /** Where what is typed is kept on this device, until `forgetTyped`. */
  place: string
  /** What the form begins with. */
  begun?: Values
  /** The fields to ask for, by what is filled in so far; all of the schema, unless it says. */
  fieldsFor?: (values: Values) => readonly string[]
  /** What cannot be taken back is said before. */
  warning?: Words | undefined
  busy: boolean
  problem: Problem | undefined
  press: (values: Values) => void
  leave: () => void
}

/** Forgets what was typed into a form, once it has been sent. */
export function forgetTyped(place: string): void {
  keep(place, undefined)
}

/** A command as a form made from its contract: what is missing is said, and what was typed is there again when one comes back. */
export function SchemaForm({ title, schema, meaning, place, begun = {}, fieldsFor, warning, busy, problem, press, leave }: Form) {
  const say = useSay()
  const [values, setValues] = useState<Values>(() => ({ ...begun, ...asValues(kept(place, {})) }))
  const [lacking, setLacking] = useState<string[]>([])
  const top = useRef<HTMLFormElement>(null)
  useEffect(() => {
    top.current?.scrollIntoView({ block: 'start' })
  }, [])
  // The cursor goes to the first field that something is wrong with.
  useEffect(() => {
    if (lacking.length > 0 || problem) top.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus()
  }, [lacking, problem])
  const wrong = { ...wrongFields(problem), ...Object.fromEntries(lacking.map((field) => [field, stillMissing])) }
  const fields = fieldsFor?.(values) ?? Object.keys(schema.properties ?? {})
  const change = (next: Values) => {
    setValues(next)
    setLacking([])
    keep(place, next)
  }
  return (
    <form
      ref={top}
      className="sheet stack"
      onSubmit={(event) => {
        event.preventDefault()
        const lack = missing(schema, values, [...fields])
        setLacking(lack)
        if (lack.length === 0) press(filled(values, fields))
      }}
    >
      <h2>{say(title)}</h2>
      {warning && <p className="note bad">{say(warning)}</p>}
      <SchemaFields {...{ schema, fields, values, change, meaning, wrong }} />
      {lacking.length > 0 && (
        <p className="note warm" role="alert">
          {say(w('还差：', 'Still missing: '))}
          {lacking.map((field) => say(meaning.label(field))).join(say(w('、', ', ')))}
        </p>
      )}
      <Trouble problem={problem} />
      <button type="submit" className={warning ? 'button danger wide' : 'button main wide'} disabled={busy}>
        {say(busy ? w('正在送出…', 'Sending…') : title)}
      </button>
      <button type="button" className="button plain" onClick={leave}>
        {say(w('先不办', 'Not now'))}
      </button>
    </form>
  )
}

const stillMissing = w('这一项还没填', 'This is still missing')
