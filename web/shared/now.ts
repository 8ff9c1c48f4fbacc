import { useEffect, useState } from 'react'

/** The present, moved on every half minute, so that what is said to be left stays true on a page left open. */
export function useNow(): number {
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    const clock = setInterval(() => setNow(Date.now()), 30_000)
    return () => clearInterval(clock)
  }, [])
  return now
}
