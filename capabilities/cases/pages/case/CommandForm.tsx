import { forgetTyped, SchemaForm } from '#web/shared/form/SchemaForm.tsx'
import type { Schema } from '#web/shared/form/schema.ts'
import { freshId } from '#web/shared/fresh.ts'
import type { Words } from '#web/shared/language.ts'
import type { SeenCase } from '../view.ts'
import { begunFor, fieldsFor, neededFor } from './asks.ts'
import { meaningOf } from './meaning.tsx'
import { type After, useCommand } from './useCommand.ts'
import { warningOf } from './warnings.ts'

interface Form {
  item: SeenCase
  name: string
  title: Words
  leadsTo?: string | undefined
  schema: Schema
  after: After
  leave: () => void
}

/** A command on a case as a form made from its contract. What is typed is kept on this device until it was sent. */
export default function CommandForm({ item, name, title, leadsTo, schema, after, leave }: Form) {
  const place = `form.${item.id}.${name}`
  const { busy, problem, press } = useCommand(
    item,
    name,
    title,
    (view, told, good) => {
      if (good !== false) forgetTyped(place)
      after(view, told, good)
    },
    leadsTo,
  )
  return (
    <SchemaForm
      {...{ title, schema, place, busy, problem, press, leave }}
      meaning={meaningOf(name, item)}
      begun={begunFor(name, item, freshId)}
      fieldsFor={(values) => fieldsFor(name, item, Object.keys(schema.properties ?? {}), values)}
      needed={(values) => neededFor(name, item, values)}
      warning={warningOf(name)}
    />
  )
}
