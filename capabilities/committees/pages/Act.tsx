import { type ReactNode, useState } from 'react'
import { command } from '#web/shared/ask.ts'
import type { FlowDescription } from '#web/shared/flow.ts'
import type { Meaning } from '#web/shared/form/SchemaFields.tsx'
import { forgetTyped, SchemaForm } from '#web/shared/form/SchemaForm.tsx'
import type { Values } from '#web/shared/form/schema.ts'
import { useSay, w } from '#web/shared/language.ts'
import { useLoaded } from '#web/shared/loaded.ts'
import { Trouble } from '#web/shared/parts.tsx'
import { UnitPicker } from '#web/shared/places/UnitPicker.tsx'
import { useSending } from '#web/shared/sending.ts'
import { english, labelOf, text, valueWords } from './words.ts'

/** A flow as it describes itself, and what an act of it is called. */
export function useActs(path: string) {
  const { value: flow } = useLoaded<FlowDescription>(`/api/flows/${path}`)
  return { flow, titleOf: (name: string) => w(flow?.commands[name]?.zh ?? name, english[name] ?? name) }
}

/** Sends a command to a meeting or task, and says why not. */
export function useCommand(path: string, { id, version }: { id: string; version: number }, name: string, done: () => void) {
  return useSending((input: Values, key) => command(`/api/${path}/${id}/${name}`, input, key, version), done)
}

/** What fields of commands mean. */
export const meaning: Meaning = {
  label: labelOf,
  value: valueWords,
  atOnce: true,
  special: ({ path, value, change }) =>
    path === 'holder' ? (
      <UnitPicker
        folds
        label={labelOf('holder')}
        kinds={['street', 'community', 'bureau', 'station', 'utility', 'propertyCompany']}
        value={text(value) || undefined}
        choose={change}
      />
    ) : undefined,
}

interface Acting {
  path: 'meetings' | 'tasks'
  item: { id: string; version: number }
  /** The acts, in the order of their buttons; what each form begins with. */
  names: readonly string[]
  begun?: Readonly<Record<string, Values>>
  changed: () => void
}

/** What whoever looks may do, each a form made from its contract; what needs no words is done at once. */
export function Acts({ path, item, names, begun = {}, changed }: Acting) {
  const say = useSay()
  const { flow, titleOf } = useActs(path)
  const [open, setOpen] = useState<string>()
  if (!flow || names.length === 0) return null
  const done = () => {
    setOpen(undefined)
    changed()
  }
  const isBare = (name: string) => Object.keys(flow.commands[name]?.input.properties ?? {}).length === 0
  if (open !== undefined)
    return <Form {...{ path, item, name: open, begun: begun[open], done }} leave={() => setOpen(undefined)} />
  return (
    <div className="line">
      {names.map((name, index) =>
        isBare(name) ? (
          <AtOnce key={name} {...{ path, item, name, done }} main={index === 0} />
        ) : (
          <button key={name} type="button" className={index === 0 ? 'button main' : 'button'} onClick={() => setOpen(name)}>
            {say(titleOf(name))}
          </button>
        ),
      )}
    </div>
  )
}

interface One {
  path: 'meetings' | 'tasks'
  item: { id: string; version: number }
  name: string
  done: () => void
}

function AtOnce({ path, item, name, done, main }: One & { main: boolean }): ReactNode {
  const say = useSay()
  const { titleOf } = useActs(path)
  const { busy, problem, press } = useCommand(path, item, name, done)
  return (
    <>
      <button type="button" className={main ? 'button main' : 'button'} disabled={busy} onClick={() => press({})}>
        {say(titleOf(name))}
      </button>
      <Trouble problem={problem} />
    </>
  )
}

function Form({ path, item, name, begun, done, leave }: One & { begun: Values | undefined; leave: () => void }) {
  const { flow, titleOf } = useActs(path)
  const place = `form.${item.id}.${name}`
  const { busy, problem, press } = useCommand(path, item, name, () => {
    forgetTyped(place)
    done()
  })
  const schema = flow?.commands[name]?.input
  if (!schema) return null
  return (
    <SchemaForm title={titleOf(name)} {...{ schema, meaning, place, busy, problem, press, leave, ...(begun && { begun }) }} />
  )
}
