import type { Option } from '#web/shared/form/Choice.tsx'
import { type Words, w } from '#web/shared/language.ts'
import { kinds, paperKinds } from '../contract/kinds.ts'

const all: Readonly<Record<string, Words>> = { ...kinds, ...paperKinds }

/** What a choice is called. */
export const valueWords = (value: string): Words => all[value] ?? w(value, value)
export const kindOptions: readonly Option[] = Object.entries(kinds).map(([value, words]) => ({ value, words }))
export const named = ({ zh, en }: { zh: string; en?: string }): Words => w(zh, en ?? zh)
export const text = (value: unknown): string => (typeof value === 'string' ? value : '')
/** The last of some ids, as a field of photos gives them: where one is wanted, the latest. */
export const lastOf = (ids: unknown): string | undefined => (Array.isArray(ids) ? text(ids.at(-1)) || undefined : undefined)
/** Whose own community records what it did before, and who writes down what others ask for. */
export const keepsRecords = (role: string | undefined): boolean => role === 'communitySecretary' || role === 'communityWorker'
export const files = (role: string | undefined): boolean => keepsRecords(role) || role === 'gridWorker' || role === 'gridLeader'
/** Money as people write it, in yuan; and what somebody typed, in fen, if it is an amount. */
export const yuan = (fen: number): Words => w(`${(fen / 100).toFixed(2)} 元`, `${(fen / 100).toFixed(2)} yuan`)
export const fenIn = (typed: string): number | undefined =>
  /^\d{1,5}(\.\d{1,2})?$/.test(typed.trim()) ? Math.round(Number(typed) * 100) : undefined
