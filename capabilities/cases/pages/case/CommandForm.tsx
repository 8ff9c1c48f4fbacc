import { useEffect, useRef, useState } from 'react'
import { command as send } from '#web/shared/ask.ts'
import { SchemaFields } from '#web/shared/form/SchemaFields.tsx'
import { asValues, filled, missing, type Schema, type Values } from '#web/shared/form/schema.ts'
import { keep, kept } from '#web/shared/kept.ts'
import { useSay, type Words, w } from '#web/shared/language.ts'
import { Trouble } from '#web/shared/parts.tsx'
import { useSending } from '#web/shared/sending.ts'
import { warningOf } from '../commands.ts'
import type { CaseView, CommandReply, SeenCase } from '../view.ts'
import { fieldsFor, meaningOf } from './meaning.tsx'

export type After = (view: CaseView | null, told: Words, good?: boolean) => void

interface Form {
  item: SeenCase
  name: string
  title: Words
  schema: Schema
  after: After
  leave: () => void
}

/** A command as a form made from its contract. What is typed is kept on this device until it was sent. */
export function CommandForm({ item, name, title, schema, after, leave }: Form) {
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
  const { busy, problem, press } = useCommand(item, name, title, (view, told, good) => {
    if (good !== false) keep(place, undefined)
    after(view, told, good)
  })
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

/** Sends a command on a case. Where somebody else was first (409), the page is told why and shows the case as it is now. */
export function useCommand(item: SeenCase, name: string, title: Words, after: After) {
  return useSending(
    async (input: Values, key) => {
      const reply = await send<CommandReply>(`/api/cases/${item.id}/${name}`, input, key, item.version)
      if (!reply.done && reply.problem.status === 409 && reply.problem.code !== 'rule') after(null, reply.problem.because, false)
      return reply
    },
    ({ view }) =>
      after(
        view,
        view
          ? w(`${title.zh}：好了`, `Done: ${title.en}`)
          : w(
              `${title.zh}：好了。这一件已交给别的岗位，您不再看到它。`,
              `Done: ${title.en}. It has gone to another post and is no longer yours to see.`,
            ),
      ),
  )
}
