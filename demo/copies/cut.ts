import { isoDay, numberOf } from '#kernel/time/zone.ts'

/** What is another in each copy of a case: ids, numbers and days. The hash of its last event, too. */
export interface Copy {
  id: (id: string) => string
  number: (number: string) => string
  /** By days since 1970. */
  day: (day: number) => string
  tip: (id: string) => string
}

/** What stays as it is, and what each copy has otherwise. */
export type Part = string | ((copy: Copy) => string)

/** The ids and numbers that copies have otherwise; all others stay. */
export interface Known {
  ids: ReadonlySet<string>
  numbers: ReadonlySet<string>
}

const marked = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|(?<!\d)\d{4}-\d{5,}(?!\d)|(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)/g

/** Cuts a text at what is otherwise in each copy. Days are moved wherever they stand, moments by their days. */
export function cut(text: string, { ids, numbers }: Known): Part[] {
  const parts: Part[] = []
  let at = 0
  for (const { 0: found, index } of text.matchAll(marked)) {
    const part = partOf(found)
    if (!part) continue
    parts.push(text.slice(at, index), part)
    at = index + found.length
  }
  return [...parts, text.slice(at)]

  function partOf(found: string): Part | undefined {
    if (ids.has(found)) return (copy) => copy.id(found)
    if (numbers.has(found)) return (copy) => copy.number(found)
    if (found.length !== 10) return undefined
    const day = dayIn(found)
    return day === undefined ? undefined : (copy) => copy.day(day)
  }
}

function dayIn(text: string): number | undefined {
  try {
    return numberOf(text)
  } catch {
    return undefined
  }
}

/** The text of one copy. */
export function paste(parts: readonly Part[], copy: Copy): string {
  let text = ''
  for (const part of parts) text += typeof part === 'string' ? part : part(copy)
  return text
}

/** An id of time-ordered ids, so many weeks earlier, and another for every `salt`. */
export function idMoved(id: string, weeks: number, salt: number): string {
  const time = Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16) - weeks * week
  const hex = time.toString(16).padStart(12, '0')
  const end = (Number.parseInt(id.slice(28), 16) ^ salt) >>> 0
  return `${hex.slice(0, 8)}-${hex.slice(8)}${id.slice(13, 28)}${end.toString(16).padStart(8, '0')}`
}
const week = 7 * 86_400_000

const days = new Map<number, string>()
/** `isoDay`, remembered: copies ask for the same few thousand days again and again. */
export function dayText(day: number): string {
  const known = days.get(day) ?? isoDay(day)
  days.set(day, known)
  return known
}
