import { useRef, useState } from 'react'
import type { Photo } from '#web/shared/photo/Photos.tsx'
import { useSession } from '#web/shared/session.tsx'
import { type Draft, isBegun } from './draft.ts'
import { draftHere, forgetDraft, keepDraft } from './drafts.ts'

/** One draft while its page is open. It is kept on this phone at every letter, until it is sent. */
export function useDraft(id: string, begun: Pick<Draft, 'kind' | 'as'>) {
  const [draft, setDraft] = useState<Draft>(() => ({ ...begun, ...draftHere(id) }))
  const { account } = useSession().value ?? {}
  const [isFull, setFull] = useState(false)
  // A photo arrives while its writer types on: each change goes into what is there by then.
  const latest = useRef<Draft | undefined>(draft)
  const write = (change: (now: Draft) => Draft) => {
    if (!latest.current) return
    const begins = !isBegun(latest.current) && account !== undefined
    latest.current = { ...change(latest.current), ...(begins && { by: account }), at: new Date().toISOString() }
    setDraft(latest.current)
    setFull(!keepDraft(latest.current))
  }
  return {
    draft,
    /** Whether this phone has no room left for it: what is written is lost when the page is closed. */
    isFull,
    change: (part: Partial<Draft>) => write((now) => ({ ...now, ...part })),
    updatePhotos: (update: (now: readonly Photo[]) => Photo[]) => write((now) => ({ ...now, photos: update(now.photos) })),
    /** Takes an answer back, so that it is asked again. */
    drop: (name: 'place' | 'category' | 'station') => write(({ [name]: _, ...rest }) => rest),
    /** Forgets it once it is sent, but for the photos that wait on this phone to go with it. */
    clear: (waiting: readonly string[]) => {
      const sent = latest.current
      latest.current = undefined
      if (sent) forgetDraft(sent, waiting).catch(() => {})
    },
  }
}
