import type { Words } from '../language.ts'
import { instantOf, localOf } from '../time.ts'
import { Line } from './Line.tsx'

/** A day and hour in Shanghai's time; what is sent is the instant. */
export function Moment({
  change,
  value,
  ...typed
}: {
  label: Words
  value: string
  change: (value: unknown) => void
  optional: boolean
}) {
  const local = value === '' ? '' : localOf(value)
  return (
    <Line
      {...typed}
      type="datetime-local"
      value={local}
      change={(chosen) => change(chosen === '' ? undefined : instantOf(chosen))}
    />
  )
}
