import { createContext, useContext, useEffect, useRef } from 'react'

/** How often units were changed on this page: lists that show some load anew. */
export const Changed = createContext(0)

/** Loads anew when a unit was changed on this page. */
export function useReloadWhenChanged(reload: () => void): void {
  const turn = useContext(Changed)
  const seen = useRef(turn)
  useEffect(() => {
    if (seen.current === turn) return
    seen.current = turn
    reload()
  }, [turn, reload])
}
