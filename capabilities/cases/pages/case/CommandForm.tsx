import { useEffect, useRef, useState } from 'react'
import { SchemaFields } from '#web/shared/form/SchemaFields.tsx'
import { asValues, filled, missing, type Schema, type Values } from '#web/shared/form/schema.ts'
import { keep, kept } from '#web/shared/kept.ts'
import { useSay, type Words, w } from '#web/shared/language.ts'
import { Trouble } from '#web/shared/parts.tsx'
import { warningOf } from '../commands.ts'
import type { SeenCase } from '../view.ts'
import { fieldsFor, meaningOf } from './meaning.tsx'
import { type After, useCommand } from './useCommand.ts'

interface Form {
  item: SeenCase
  name: string
  title: Words
  leadsTo?: string | undefined
  schema: Schema
  after: After
  leave: () => void
}

/** A command as a form made from its contract. What is typed is kept on this device until it was sent. */
export default function CommandForm({ item, name, title, leadsTo, schema, after, leave }: Form) {
  const say = useSay()
  const place = `form.${item.id}.${name}`
  const [values, setValues] = useState<Values>(() => ({ ...begun(name, item), ...asValues(kept(place, {})) }))
  const [lacking, setLacking] = useState<string[]>([])
  const top = useRef<HTMLFormElement>(null)
  useEffect(() => {
    top.current?.scrollIntoView({ block: 'start' })
  }, [])
  const meaning = meaningOf(name, item)
  const fields = fieldsFor(name, Object.keys(schema.properties ?? {}), values)
  const { busy, problem, press } = useCommand(
    item,
    name,
    title,
    (view, told, good) => {
      if (good !== false) keep(place, undefined)
      after(view, told, good)
    },
    leadsTo,
  )
  const change = (next: Values) => {
    setValues(next)
    setLacking([])
    keep(place, next)
  }
  const warning = warningOf(name)
  return (
    <form
      ref={top}
      className="sheet stack"
      onSubmit={(event) => {
        event.preventDefault()
        const lack = missing(schema, values, fields)
        setLacking(lack)
        if (lack.length === 0) press(filled(values, fields))
      }}
    >
      <h2>{say(title)}</h2>
      {warning && <p className="note bad">{say(warning)}</p>}
      <SchemaFields {...{ schema, fields, values, change, meaning }} />
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

/** What a form begins with: a dispatch with the unit that the category leads to there. */
const begun = (name: string, { suggestedLead }: SeenCase): Values =>
  name === 'dispatch' && suggestedLead ? { lead: suggestedLead.unit } : {}
