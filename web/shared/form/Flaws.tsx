import { useSay, w } from '../language.ts'
import type { Flaw } from './schema.ts'

/** What is wrong with a field, under it. */
export function Flaws({ flaws }: { flaws: readonly Flaw[] }) {
  const say = useSay()
  if (flaws.length === 0) return null
  return (
    <p className="flaw" role="alert">
      {flaws.map(({ because }) => say(because)).join(say(w('；', '; ')))}
    </p>
  )
}
