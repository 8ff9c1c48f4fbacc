import type { Flaw } from './schema.ts'
import { Wrong } from './Wrong.tsx'

/** What is wrong with a field made from a contract, and with what stands in it. */
export function Flaws({ flaws }: { flaws: readonly Flaw[] }) {
  const all = flaws.map(({ because }) => because)
  if (all.length === 0) return null
  return <Wrong words={{ zh: all.map(({ zh }) => zh).join('；'), en: all.map(({ en }) => en).join('; ') }} />
}
