import { type ReactNode, useState } from 'react'
import type { View } from '#kernel/flow/view.ts'
import { command } from '#web/shared/ask.ts'
import type { FlowDescription } from '#web/shared/flow.ts'
import type { Meaning } from '#web/shared/form/SchemaFields.tsx'
import { forgetTyped, SchemaForm } from '#web/shared/form/SchemaForm.tsx'
import type { Values } from '#web/shared/form/schema.ts'
import { useSay, type Words, w } from '#web/shared/language.ts'
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
  /** What is lost by an act is said before. */
  warnings?: Readonly<Record<string, Words | undefined>>
  changed: () => void
}

/** What brings a meeting or task on: such an act is the main one, where it comes first. */
const onward = ['call', 'resolve', 'minute', 'finish', 'accept']

/** What whoever looks may do, each a form made from its contract; what needs no words is done at once. */
export function Acts({ path, item, names, begun = {}, warnings = {}, changed }: Acting) {
  const say = useSay()
  const { flow, titleOf } = useActs(path)
  const [open, setOpen] = useState<string>()
  if (!flow || names.length === 0) return null
  const done = () => {
    setOpen(undefined)
    changed()
  }
  const isMain = (name: string, index: number) => index === 0 && onward.includes(name) && !warnings[name]
  const isBare = (name: string) => Object.keys(flow.commands[name]?.input.properties ?? {}).length === 0
  if (open !== undefined)
    return (
      <Form {...{ path, item, name: open, begun: begun[open], warning: warnings[open], done }} leave={() => setOpen(undefined)} />
    )
  return (
    <div className="line">
      {names.map((name, index) =>
        isBare(name) ? (
          <AtOnce key={name} {...{ path, item, name, done }} main={isMain(name, index)} />
        ) : (
          <button
            key={name}
            type="button"
            className={isMain(name, index) ? 'button main' : 'button'}
            onClick={() => setOpen(name)}
          >
            {say(titleOf(name))}
          </button>
        ),
      )}
    </div>
  )
}

/** Why some acts are not possible yet, of those whose they are: a rule says so. */
export function NotYet({ path, mayNot, names }: Pick<Acting, 'path' | 'names'> & Pick<View, 'mayNot'>) {
  const say = useSay()
  const { titleOf } = useActs(path)
  return names.flatMap((name) => {
    const because = mayNot[name]
    return because?.kind === 'rule'
      ? [
          <p key={name} className="soft small">
            {say(w(`还不能${titleOf(name).zh}：${because.zh}`, `${titleOf(name).en}, not yet: ${because.en}`))}
          </p>,
        ]
      : []
  })
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

interface Filled extends One {
  begun: Values | undefined
  warning: Words | undefined
  leave: () => void
}

function Form({ path, item, name, begun, warning, done, leave }: Filled) {
  const { flow, titleOf } = useActs(path)
  const place = `form.${item.id}.${name}`
  const { busy, problem, press } = useCommand(path, item, name, () => {
    forgetTyped(place)
    done()
  })
  const schema = flow?.commands[name]?.input
  if (!schema) return null
  return (
    <SchemaForm
      title={titleOf(name)}
      {...{ schema, meaning, place, warning, busy, problem, press, leave, ...(begun && { begun }) }}
    />
  )
}
