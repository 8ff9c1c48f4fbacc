import type { Words } from '#web/shared/language.ts'
import { exact } from '#web/shared/time.ts'
import { ratedWords, valueWords } from '../words.ts'

/** Fields that name something by a code, which tells nobody anything. */
const codes: ReadonlySet<string> = new Set(['id', 'category', 'lead', 'unit', 'rightBody', 'parent', 'whistle', 'role', 'as'])
const moment = /^\d{4}-\d\d-\d\dT/

/** What was chosen and typed, in words and in this order: how somebody knows again what they are about to send. */
export function saidIn(input: Record<string, unknown>, now: number): Words[] {
  const { solved, level } = input
  const rated = typeof solved === 'boolean' && typeof level === 'number' ? [ratedWords({ solved, level })] : []
  const [chosen, typed]: [Words[], Words[]] = [[], []]
  for (const [field, value] of Object.entries(input)) {
    // What a visit did is named by the words of its items.
    if (Array.isArray(value)) typed.push(...value.flatMap(whatOf))
    if (typeof value !== 'string' || codes.has(field)) continue
    const words = valueWords(value)
    if (words.zh !== value) chosen.push(words)
    else typed.push(moment.test(value) ? exact(Date.parse(value), now) : words)
  }
  return [...rated, ...chosen, ...typed]
}

const whatOf = (value: unknown): Words[] =>
  typeof value === 'object' && value !== null && 'what' in value && typeof value.what === 'string'
    ? [{ zh: value.what, en: value.what }]
    : []

/** How many photos go with it. */
export const photosIn = ({ photos }: Record<string, unknown>): number => (Array.isArray(photos) ? photos.length : 0)
