import { useEffect, useRef, useState } from 'react'
import { useSession } from '../session.tsx'
import type { Queued } from './database.ts'
import { ownerOf, setOwner } from './owner.ts'
import { onQueue, queued } from './queue.ts'
import { keepSending, onArrival, sendQueued } from './sender.ts'

/** What waits on this device: mine, and how much of somebody else's, who has to sign in to send it. */
export function useQueued(): { mine: Queued[]; others: number } {
  const { value: session } = useSession()
  const [all, setAll] = useState<Queued[]>([])
  const whose = session && ownerOf(session)
  useEffect(() => {
    let gone = false
    const look = () =>
      queued().then(
        (rows) => gone || setAll(rows),
        () => {},
      )
    look()
    const leave = onQueue(look)
    return () => {
      gone = true
      leave()
    }
  }, [])
  useEffect(() => {
    if (!session) return
    setOwner(session)
    keepSending()
    // Whoever has just signed in may have left something to be sent.
    sendQueued().catch(() => {})
  }, [session])
  const mine = all.filter(({ owner }) => owner === whose)
  return { mine, others: all.length - mine.length }
}

/** Calls with the item, and what was pressed, whenever something that waited has been sent: what a page shows of it is out of date. */
export function useArrival(arrived: (item: string, entry: Queued) => void): void {
  const call = useRef(arrived)
  call.current = arrived
  useEffect(() => onArrival((entry) => call.current(entry.item, entry)), [])
}
