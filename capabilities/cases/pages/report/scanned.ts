import { useEffect, useRef } from 'react'
import type { Problem } from '#web/shared/ask.ts'
import { useLoaded } from '#web/shared/loaded.ts'
import { type ChosenPlace, type CodedPlace, placeOf } from '#web/shared/places/places.ts'

/** The place whose code was scanned: known before anything is asked. */
export interface Scanned {
  problem?: Problem
  again: () => void
}

export function useScanned(code: string | undefined, found: (place: ChosenPlace) => void): Scanned {
  const { value, problem, reload } = useLoaded<CodedPlace>(
    code === undefined ? undefined : `/api/places/${encodeURIComponent(code)}`,
  )
  const tell = useRef(found)
  tell.current = found
  useEffect(() => {
    if (value) tell.current(placeOf(value))
  }, [value])
  return { ...(problem && { problem }), again: reload }
}
