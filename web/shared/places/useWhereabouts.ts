import { useState } from 'react'

/** Where the phone is, from the moment that its owner asks by a button: on this page alone, and forgotten with it. */
export function useWhereabouts<Found>(find: () => Promise<Found | undefined>) {
  const [here, setHere] = useState<Found>()
  const [looking, setLooking] = useState(false)
  const [missing, setMissing] = useState(false)
  const look = async () => {
    setLooking(true)
    const found = await find()
    setLooking(false)
    setMissing(found === undefined)
    if (found !== undefined) setHere(() => found)
  }
  return { here, looking, missing, look, forget: () => setHere(undefined) }
}
