import { useState } from 'react'
import { position } from '#web/shared/places/position.ts'

/** Where I am, from the moment that I ask: on this page alone, never sent and never kept. */
export function useHere() {
  const [here, setHere] = useState<readonly [number, number]>()
  const [looking, setLooking] = useState(false)
  const [missing, setMissing] = useState(false)
  const look = async () => {
    setLooking(true)
    const found = await position()
    setLooking(false)
    setMissing(!found)
    if (found) setHere(found)
  }
  return { here, looking, missing, look }
}
