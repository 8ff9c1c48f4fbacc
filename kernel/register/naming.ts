import { type Words, words } from '../words.ts'
import type { FieldWords } from './sheet/column.ts'

/** How a field is called, and what it is. */
export const field = (zh: string, en: string, about?: Words): FieldWords => ({ name: words(zh, en), ...(about && { about }) })

/** How a field is called whose values are some of a few codes, and what each is called: its sheets and forms say that. */
export const choice = (zh: string, en: string, values: Readonly<Record<string, Words>>): FieldWords => ({
  ...field(zh, en),
  values,
})
