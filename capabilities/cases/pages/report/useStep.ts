import { useEffect, useRef } from 'react'
import { useHistoryState } from 'wouter/use-browser-location'
import type { Draft, Step } from './draft.ts'

/**
 * The step that is open. Each is a place in the browser's history, so that "back" goes to the question before, and a reload stays; and it
 * is kept with the draft, so that whoever opens that anew goes on where they left, the first question behind them.
 */
export function useStep({ step: left = 'words', words }: Draft, change: (part: Partial<Draft>) => void): Step {
  const asked = stepIn(useHistoryState())
  // Before there are words the first question is the only one.
  const step = words.trim() !== '' && asked !== undefined ? asked : 'words'
  const latest = useRef({ left, change })
  latest.current = { left, change }
  useEffect(() => {
    const now = latest.current
    if (stepIn(history.state) === undefined) {
      history.replaceState({ ...history.state, step: 'words' }, '')
      if (now.left !== 'words') history.pushState({ step: now.left }, '')
    } else if (asked !== step) {
      // The first letter does not lead on to a question that was open before there was nothing written any more.
      history.replaceState({ ...history.state, step }, '')
    } else if (step !== now.left) now.change({ step })
  }, [asked, step])
  return step
}

/** The step that an entry of the browser's history stands for. */
function stepIn(state: unknown): Step | undefined {
  const step = typeof state === 'object' && state !== null && 'step' in state ? state.step : undefined
  return step === 'words' || step === 'where' || step === 'check' ? step : undefined
}
