import { type Refusal, refusal } from '../flow/refusal.ts'
import { words } from '../words.ts'
import type { EntryFlaw } from './define.ts'

/** What is wrong with a field, in words. */
export const flaw = (field: string, zh: string, en: string): EntryFlaw => ({ field, because: words(zh, en) })

/** What is wrong with words that hold a telephone or identity number: no register in which people stand keeps one. */
export const withoutNumbers = (entry: Readonly<Record<string, string | undefined>>): EntryFlaw[] =>
  Object.entries(entry).flatMap(([field, value]) =>
    value !== undefined && /\d{7}/.test(value.replaceAll(/[\s-]/g, ''))
      ? [
          flaw(
            field,
            '不要填手机号、身份证号：居民通过本平台联系',
            'no telephone or identity numbers: people are reached through the product',
          ),
        ]
      : [],
  )

/** The same for what a command says of somebody. */
export function refusedNumbers(said: Readonly<Record<string, string | undefined>>): Refusal | undefined {
  const [wrong] = withoutNumbers(said)
  return wrong && refusal('badInput', wrong.because.zh, wrong.because.en)
}
