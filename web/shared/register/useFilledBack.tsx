import { useCallback, useState } from 'react'
import type { EntryStep } from '#kernel/register/history.ts'
import { asValues } from '../form/schema.ts'
import { keep, kept } from '../kept.ts'
import { useSay, w } from '../language.ts'
import { At } from '../parts.tsx'
import { formPlace } from './EntryForm.tsx'
import type { Entry, Register } from './register.ts'

/**
 * What the form of an entry begins with: how it stands, or with the fields of one change as they were before it. What was typed into those on
 * this device gives way, the rest stays; nothing is changed until it is saved.
 */
export function useFilledBack<Kind extends object>(register: Register, value: Entry<Kind> | undefined) {
  const [back, setBack] = useState<{ to: Entry<Kind>; step: EntryStep; times: number }>()
  const step = back?.to === value ? back?.step : undefined
  const fillBack = (chosen: EntryStep) => {
    if (!value) return
    const place = formPlace(register, value)
    const typed = asValues(kept(place, {}))
    keep(place, Object.fromEntries(Object.entries(typed).filter(([name]) => !chosen.changes.some(({ field }) => field === name))))
    setBack({ to: value, step: chosen, times: (back?.times ?? 0) + 1 })
  }
  return {
    fillBack,
    begun: value && asValues(step ? before(value.entry, step) : value.entry),
    formKey: `${value?.version} ${step ? back?.times : ''}`,
    told: step && <FilledBack key={back?.times} step={step} />,
  }
}

/** An entry with the fields of a change as they were before it; whether it is in use is no field of it. */
function before(entry: object, { changes }: EntryStep): object {
  const was = new Map<string, unknown>(Object.entries(entry))
  for (const { field, before: value } of changes) {
    if (field === 'ends') continue
    if (value === undefined) was.delete(field)
    else was.set(field, value)
  }
  return Object.fromEntries(was)
}

function FilledBack({ step }: { step: EntryStep }) {
  const say = useSay()
  const shown = useCallback((told: HTMLParagraphElement | null) => {
    told?.scrollIntoView({ block: 'center' })
    told?.focus({ preventScroll: true })
  }, [])
  return (
    <p ref={shown} tabIndex={-1} className="note accent" role="status">
      {say(w('表里已填回这次修改之前的值：', 'The form has again what stood there before the change of '))}
      <At at={step.at} />
      {say(w('。看过没有问题再保存。', '. Look at it, then save it.'))}
    </p>
  )
}
