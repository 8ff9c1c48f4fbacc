import { useEffect, useRef } from 'react'

/** Calls what a key is for, wherever on the page it is pressed; not while somebody types, or holds another key with it. */
export function usePressed(keys: Readonly<Record<string, (event: KeyboardEvent) => void>>): void {
  const latest = useRef(keys)
  latest.current = keys
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      const { key, target, ctrlKey, metaKey, altKey } = event
      if (ctrlKey || metaKey || altKey || (target instanceof HTMLElement && target.matches('input, textarea, select'))) return
      if (Object.hasOwn(latest.current, key)) latest.current[key]?.(event)
    }
    addEventListener('keydown', pressed)
    return () => removeEventListener('keydown', pressed)
  }, [])
}
