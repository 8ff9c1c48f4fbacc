import { type Words, words } from '../words.ts'
import type { StartStep } from './contract.ts'

interface Known {
  there?: readonly (Words | false)[]
  missing?: readonly (Words | false)[]
  hints?: readonly (Words | false)[]
}

/** A step from what is known of it: done where nothing is missing, begun where something is there. */
export function stepOf(name: string, known: Known): StartStep {
  const said = (some: readonly (Words | false)[] = []) => some.filter((one) => one !== false)
  const [there, missing, hints] = [said(known.there), said(known.missing), said(known.hints)]
  return { name, state: missing.length === 0 ? 'done' : there.length > 0 ? 'begun' : 'open', there, missing, hints }
}

/** `3 个社区`: nothing where there are none. */
export const counted = (count: number, zh: string, one: string, many = `${one}s`): Words | false =>
  count > 0 && words(`${count} ${zh}`, `${count} ${count === 1 ? one : many}`)

/** What is said where something is missing. */
export const unless = (good: boolean, zh: string, en: string): Words | false => !good && words(zh, en)
