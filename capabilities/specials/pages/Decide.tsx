import { useState } from 'react'
import { command } from '#web/shared/ask.ts'
import type { FlowDescription } from '#web/shared/flow.ts'
import { forgetTyped, SchemaForm } from '#web/shared/form/SchemaForm.tsx'
import type { Schema, Values } from '#web/shared/form/schema.ts'
import { useSay, type Words, w } from '#web/shared/language.ts'
import { useLoaded } from '#web/shared/loaded.ts'
import { useSending } from '#web/shared/sending.ts'
import type { SpecialRow } from '../contract.ts'

const labels: Record<string, Words> = {
  plan: w('打算怎么办', 'The plan'),
  until: w('哪天前完成', 'Done by'),
  did: w('做了什么', 'What was done'),
  because: w('为什么不立专项', 'Why it is set aside'),
}
const english: Record<string, string> = { take: 'Take it up', setAside: 'Set it aside', conclude: 'Conclude' }
const meaning = {
  label: (field: string) => labels[field] ?? w(field, field),
  value: (value: string) => w(value, value),
  special: () => undefined,
}

/** What whoever looks may do with a special task, each a form made from its contract; nothing for those who only read. */
export function Decide({ special, changed }: { special: SpecialRow; changed: () => void }) {
  const say = useSay()
  const { value: flow } = useLoaded<FlowDescription>(special.may.length > 0 ? '/api/flows/specials' : undefined)
  const [open, setOpen] = useState<string>()
  if (!flow) return null
  const titleOf = (name: string) => w(flow.commands[name]?.zh ?? name, english[name] ?? name)
  const schema = open === undefined ? undefined : flow.commands[open]?.input
  if (open !== undefined && schema)
    return <Form {...{ special, schema, name: open, title: titleOf(open), changed }} leave={() => setOpen(undefined)} />
  return (
    <div className="line">
      {special.may.map((name, index) => (
        <button key={name} type="button" className={index === 0 ? 'button main' : 'button'} onClick={() => setOpen(name)}>
          {say(titleOf(name))}
        </button>
      ))}
    </div>
  )
}

interface Filled {
  special: SpecialRow
  name: string
  title: Words
  schema: Schema
  changed: () => void
  leave: () => void
}

function Form({ special, name, title, schema, changed, leave }: Filled) {
  const place = `form.${special.id}.${name}`
  const { busy, problem, press } = useSending(
    (input: Values, key) => command(`/api/specials/${special.id}/${name}`, input, key, special.version),
    () => {
      forgetTyped(place)
      leave()
      changed()
    },
  )
  return <SchemaForm {...{ title, schema, meaning, place, busy, problem, press, leave }} />
}
