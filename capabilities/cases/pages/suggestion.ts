import { useEffect, useState } from 'react'
import { post } from '#web/shared/ask.ts'
import { useSettled } from '#web/shared/settled.ts'
import type { Suggestion } from '../contract/answers.ts'

export type { Suggestion }

const nothing: Suggestion = { gist: [], because: [] }

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
