import { useEffect, useRef } from 'react'
import type { ChosenPlace } from '#web/shared/places/places.ts'
import { whereAmI } from '#web/shared/places/position.ts'

/** Where somebody is who reports what they see on their way: looked up once, while they write. Where that fails, they are asked. */
export function useOnTheSpot(wanted: boolean, found: (place: ChosenPlace) => void): void {
  const tell = useRef(found)
  tell.current = found
  useEffect(() => {
    if (!wanted) return
    let gone = false
    whereAmI().then((here) => {
      if (!gone && 'place' in here) tell.current(here.place)
    })
    return () => {
      gone = true
    }
  }, [wanted])
}
