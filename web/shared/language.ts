import type { Words } from '#kernel/words.ts'
import { usePreferences } from './preferences.ts'

export type { Words }
/** Says words in the reader's language. */
export type Say = (words: Words) => string

export const w = (zh: string, en: string): Words => ({ zh, en })

export function useSay(): Say {
  const { language } = usePreferences()
  return (words) => words[language]
}
