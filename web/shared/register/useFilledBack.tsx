import { useCallback, useState } from 'react'
import type { EntryStep } from '#kernel/register/history.ts'
import { asValues, type Values } from '../form/schema.ts'
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
  const [back, setBack] = useState<{ place: string; step: EntryStep; entry: Values; times: number }>()
  const place = value && formPlace(register, value)
  const filled = back?.place === place ? back : undefined
  const fillBack = (chosen: EntryStep) => {
    if (!value || place === undefined) return
    const typed = Object.entries(asValues(kept(place, {}))).filter(
      ([name]) => !chosen.changes.some(({ field }) => field === name),
    )
    keep(place, typed.length > 0 ? Object.fromEntries(typed) : undefined)
    setBack({ place, step: chosen, entry: before(filled?.entry ?? value.entry, chosen), times: (back?.times ?? 0) + 1 })
  }
  return {
    fillBack,
    begun: value && (filled?.entry ?? asValues(value.entry)),
    formKey: `${value?.version} ${filled?.times ?? ''}`,
    told: filled && <FilledBack key={filled.times} step={filled.step} />,
  }
}

/** An entry with the fields of a change as they were before it; whether it is in use is no field of it. */
function before(entry: object, { changes }: EntryStep): Values {
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
