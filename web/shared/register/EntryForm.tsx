import type { ReactNode } from 'react'
import { ask, type Reply } from '../ask.ts'
import type { Meaning } from '../form/SchemaFields.tsx'
import { forgetTyped, SchemaForm, type Section } from '../form/SchemaForm.tsx'
import type { Values } from '../form/schema.ts'
import { type Words, w } from '../language.ts'
import { useSending } from '../sending.ts'
import { Clash } from './Clash.tsx'
import { type Entry, type FieldNames, type Register, registerPath } from './register.ts'

interface Form {
  register: Register
  title: Words
  /** The entry as it stands, or what a new one begins with, at version 0. */
  standing: Pick<Entry, 'entry' | 'version'> & { key?: string }
  /** The key that an entry has, as it is filled in. */
  keyOf: (entry: Values) => string
  meaning: Meaning
  /** How its fields are called where changes are told, if otherwise than the register has it. */
  fields?: FieldNames
  valueWords: (value: string) => Words
  sections?: readonly Section[]
  fieldsFor?: (values: Values) => readonly string[]
  /** What stands beside the form, by what is filled in so far. */
  beside?: (draft: Values) => ReactNode
  saved: (key: string, version: number) => void
  leave: () => void
}

/** Where what is typed into the form of an entry is kept on this device. */
export const formPlace = ({ path }: Register, { key, version }: { key?: string; version: number }): string =>
  `register.${path}.${key ?? 'new'}.${version}`

/** One entry of a register in a form made from its contract. What is typed is kept on this device. */
export function EntryForm({ register, title, standing, keyOf, meaning, fields = register.fields, valueWords, ...more }: Form) {
  const { sections, fieldsFor, beside, saved, leave } = more
  const { key, version, entry } = standing
  const place = formPlace(register, standing)
  const { busy, problem, press } = useSending(
    async ({ draft, basedOn }: { draft: Values; basedOn: number }, id: string) =>
      asFilledIn(
        await ask<{ view: Entry }>(registerPath(register.path, keyOf(draft)), {
          method: 'PUT',
          body: { entry: draft, version: basedOn },
          headers: { 'idempotency-key': id },
        }),
      ),
    ({ view }) => {
      forgetTyped(place)
      saved(view.key, view.version)
    },
  )
  const clash = problem?.code === 'conflict' && key !== undefined
  return (
    <SchemaForm
      {...{ title, place, busy, problem, leave, meaning }}
      {...(sections && { sections })}
      {...(fieldsFor && { fieldsFor })}
      go={w('保存', 'Save')}
      leaveWords={w('先不改', 'Leave it')}
      schema={register.entry}
      begun={entry}
      press={(draft) => press({ draft, basedOn: version })}
      beside={(draft) => (
        <>
          {clash && (
            <Clash
              {...{ register, fields, valueWords, entryKey: key, draft, busy }}
              again={(basedOn) => press({ draft, basedOn })}
            />
          )}
          {beside?.(draft)}
        </>
      )}
    />
  )
}

/** A reply whose fields are named as the form has them: of what is sent, the entry is only a part. */
function asFilledIn<Value>(reply: Reply<Value>): Reply<Value> {
  if (reply.done || !reply.problem.fields) return reply
  const fields = reply.problem.fields.map(({ field, because }) => ({ field: field.replace(/^entry\./, ''), because }))
  return { done: false, problem: { ...reply.problem, fields } }
}
