import { useEffect, useRef } from 'react'

type Hear = (item?: string) => void

// One line to the server for the whole page, however many of its parts listen: a browser has few lines to give.
const hearers = new Set<Hear>()
let source: EventSource | undefined
let again: ReturnType<typeof setTimeout> | undefined

/** A browser tries again by itself after a lost network, but not after an answer that is none: then the page does. */
const patience = 15_000

// Whether there was a line before this one, for the same hearers: then something may have been missed in between.
let wasOpen = false

function open(): void {
  const line = new EventSource('/api/live')
  source = line
  line.addEventListener('change', (event) => {
    const { item }: { item?: string } = JSON.parse(event.data)
    for (const one of hearers) one(item)
  })
  line.addEventListener('open', () => {
    // Nobody knows what changed while the line was down.
    if (wasOpen) for (const one of hearers) one()
    wasOpen = true
  })
  line.addEventListener('error', () => {
    if (line.readyState === EventSource.CLOSED) again = setTimeout(open, patience)
  })
}

function listen(hear: Hear): () => void {
  hearers.add(hear)
  if (!source) open()
  return () => {
    hearers.delete(hear)
    if (hearers.size > 0) return
    clearTimeout(again)
    source?.close()
    source = undefined
    wasOpen = false
  }
}

/**
 * Calls when something changed: on the server's word (`/api/live`), and when the page is looked at again after a while. A burst
 * of changes calls once.
 */
export function useLive(changed: Hear, on = true): void {
  const call = useRef(changed)
  call.current = changed
  useEffect(() => {
    if (!on) return
    let waiting: ReturnType<typeof setTimeout> | undefined
    let heard = new Set<string | undefined>()
    const soon = (item?: string) => {
      clearTimeout(waiting)
      heard.add(item)
      waiting = setTimeout(() => {
        // Of several items in one burst none may be missed: then it is as if anything had changed.
        const [only] = heard
        const several = heard.size > 1
        heard = new Set()
        call.current(several ? undefined : only)
      }, 400)
    }
    const silence = listen(soon)
    const looked = () => {
      if (document.visibilityState === 'visible') soon()
    }
    document.addEventListener('visibilitychange', looked)
    return () => {
      clearTimeout(waiting)
      silence()
      document.removeEventListener('visibilitychange', looked)
    }
  }, [on])
}
