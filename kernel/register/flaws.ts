import { type Refusal, refusal } from '../flow/refusal.ts'
import { words } from '../words.ts'
import type { EntryFlaw } from './define.ts'

/** What is wrong with a field, in words. */
export const flaw = (field: string, zh: string, en: string): EntryFlaw => ({ field, because: words(zh, en) })

/** A day as the product writes it is no number of somebody's. */
const date = /\b20\d{2}-[01]\d-[0-3]\d\b/g

/** What is wrong with words that hold a telephone or identity number: no register in which people stand keeps one. */
export const withoutNumbers = (entry: Readonly<Record<string, string | undefined>>): EntryFlaw[] =>
  Object.entries(entry).flatMap(([field, value]) =>
    value !== undefined && /\d{7}/.test(value.replaceAll(date, '').replaceAll(/[\s-]/g, ''))
      ? [
          flaw(
            field,
            '不要填手机号、身份证号（7 位以上的数字）：居民通过本平台联系',
            'no telephone or identity numbers, which have seven digits and more: people are reached through the product',
          ),
        ]
      : [],
  )

/** The same for what a command says of somebody. */
export function refusedNumbers(said: Readonly<Record<string, string | undefined>>): Refusal | undefined {
  const [wrong] = withoutNumbers(said)
  return wrong && refusal('badInput', wrong.because.zh, wrong.because.en)
}
