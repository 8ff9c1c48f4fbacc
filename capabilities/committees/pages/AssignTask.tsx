import { useState } from 'react'
import { command } from '#web/shared/ask.ts'
import { forgetTyped, SchemaForm } from '#web/shared/form/SchemaForm.tsx'
import type { Values } from '#web/shared/form/schema.ts'
import { useSay } from '#web/shared/language.ts'
import { useSending } from '#web/shared/sending.ts'
import { useSession } from '#web/shared/session.tsx'
import { meaning, useActs } from './Act.tsx'

/** Gives a unit a task that comes of a resolution: for the street desk of the committee. */
export function AssignTask({ meeting, item, unit, done }: { meeting: string; item: number; unit: string; done: () => void }) {
  const say = useSay()
  const { value: session } = useSession()
  const { flow, titleOf } = useActs('tasks')
  const [open, setOpen] = useState(false)
  const place = `form.${meeting}.${item}.assign`
  const { busy, problem, press } = useSending(
    (input: Values, key) => command('/api/tasks', { ...input, meeting, item }, key),
    () => {
      forgetTyped(place)
      setOpen(false)
      done()
    },
  )
  const schema = flow?.commands.assign?.input
  const own = session?.posts?.find(({ id }) => id === session.post)
  if (!schema || own?.role !== 'streetDesk' || own.unit !== unit) return null
  if (!open)
    return (
      <div className="line">
        <button type="button" className="button" onClick={() => setOpen(true)}>
          {say(titleOf('assign'))}
        </button>
      </div>
    )
  const title = titleOf('assign')
  const fieldsFor = () => ['subject', 'holder', 'limit']
  return <SchemaForm {...{ title, schema, meaning, place, busy, problem, press, fieldsFor }} leave={() => setOpen(false)} />
}
