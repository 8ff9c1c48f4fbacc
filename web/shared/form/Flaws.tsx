import type { Words } from '../language.ts'
import type { Flaw } from './schema.ts'
import { Wrong } from './Wrong.tsx'

/** What is wrong with a field made from a contract, and with what stands in it. */
export const Flaws = ({ flaws }: { flaws: readonly Flaw[] }) => <Wrong wrong={wordsOf(flaws)} />

/** All that is wrong, in one sentence; nothing where nothing is. */
export function wordsOf(flaws: readonly Flaw[]): Words | undefined {
  const all = flaws.map(({ because }) => because)
  if (all.length === 0) return undefined
  return { zh: all.map(({ zh }) => zh).join('；'), en: all.map(({ en }) => en).join('; ') }
}
