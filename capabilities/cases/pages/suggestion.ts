import { useEffect, useState } from 'react'
import { post } from '#web/shared/ask.ts'
import type { Words } from '#web/shared/language.ts'
import { useSettled } from '#web/shared/settled.ts'

/** What words suggest: the category, how sure that is (0 to 1), and why. */
export interface Suggestion {
  category?: string
  confidence?: number
  because: Words[]
}

const nothing: Suggestion = { because: [] }

/** The category that the words point to, asked for when the typing pauses for so many milliseconds. */
export function useSuggestion(words: string, pause = 0): Suggestion {
  const settled = useSettled(words.trim(), pause)
  const [suggestion, setSuggestion] = useState(nothing)
  useEffect(() => {
    if (settled === '') {
      setSuggestion(nothing)
      return
    }
    let gone = false
    post<Suggestion>('/api/categories/suggest', { words: settled }).then((reply) => {
      if (!gone && reply.done) setSuggestion(reply.value)
    })
    return () => {
      gone = true
    }
  }, [settled])
  return suggestion
}
