import { useEffect, useRef } from 'react'

/**
 * Calls when something changed: on the server's word (`/api/live`), and when the page is looked at again after a while. A burst
 * of changes calls once.
 */
export function useLive(changed: (item: string | undefined) => void, on = true): void {
  const call = useRef(changed)
  call.current = changed
  useEffect(() => {
    if (!on) return
    let waiting: ReturnType<typeof setTimeout> | undefined
    const soon = (item?: string) => {
      clearTimeout(waiting)
      waiting = setTimeout(() => call.current(item), 400)
    }
    const source = new EventSource('/api/live')
    source.addEventListener('change', (event) => {
      const { item }: { item?: string } = JSON.parse(event.data)
      soon(item)
    })
    const looked = () => {
      if (document.visibilityState === 'visible') soon()
    }
    document.addEventListener('visibilitychange', looked)
    return () => {
      clearTimeout(waiting)
      source.close()
      document.removeEventListener('visibilitychange', looked)
    }
  }, [on])
}
