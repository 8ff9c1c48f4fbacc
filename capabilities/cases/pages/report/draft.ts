import { useState } from 'react'
import { keep, kept } from '#web/shared/kept.ts'
import type { Photo } from '#web/shared/photo/Photos.tsx'
import type { ChosenPlace } from '#web/shared/places/places.ts'
import type { Concerned } from '../../contract/terms.ts'
import type { CommandReply } from '../view.ts'

/** A report while it is written. It is kept on this phone at every letter, until it is sent. */
export interface Draft {
  words: string
  photos: Photo[]
  place?: ChosenPlace
  where: string
  category?: string
  name: string
  phone: string
  shareContact: boolean
  /** Of those who look after the place, whom it is about. */
  concerns: Concerned[]
}

const empty: Draft = { words: '', photos: [], where: '', name: '', phone: '', shareContact: false, concerns: [] }

export function useDraft() {
  const [draft, setDraft] = useState<Draft>(() => ({ ...empty, ...kept<Partial<Draft>>('report', {}) }))
  const write = (next: Draft) => {
    setDraft(next)
    keep('report', next)
  }
  return {
    draft,
    change: (part: Partial<Draft>) => write({ ...draft, ...part }),
    /** Takes an answer back, so that it is asked again. */
    drop: (name: 'place' | 'category') => {
      const { [name]: _, ...rest } = draft
      write(rest)
    },
    clear: () => {
      setDraft(empty)
      keep('report', undefined)
    },
  }
}

/** What is sent of a draft. */
export function reportOf(draft: Draft, { kind, as }: { kind?: string | undefined; as?: string | undefined }) {
  const { words, photos, place, where, category, name, phone, shareContact, concerns } = draft
  return {
    words: words.trim(),
    place: place?.given ?? {},
    ...(where.trim() && { where: where.trim() }),
    ...(category !== undefined && { category }),
    ...(kind !== undefined && { kind }),
    ...(concerns.length > 0 && { concerns }),
    ...(photos.length > 0 && { photos: photos.map(({ id }) => id) }),
    ...(name.trim() && { name: name.trim() }),
    ...(phone.trim() && { phone: phone.trim(), shareContact }),
    ...(as !== undefined && { as }),
  }
}

/** A report that was sent from this phone: what opens it again without an account. */
export interface Sent {
  id: string
  number: string
  queryCode?: string
  /** Where the code went instead, of somebody that a worker reported for. */
  codeSentTo?: string
  at: string
}

/** What is remembered of a report from what the server replied. */
export const sentOf = ({ id, secret, view }: CommandReply): Sent => ({
  id,
  number: view?.item.number ?? '',
  at: new Date().toISOString(),
  ...(secret?.queryCode !== undefined && { queryCode: secret.queryCode }),
  ...(secret?.codeSentTo !== undefined && { codeSentTo: secret.codeSentTo }),
})

export const sentFromHere = () => kept<Sent[]>('sent', [])
export const rememberSent = (sent: Sent) =>
  keep('sent', [sent, ...sentFromHere().filter(({ id }) => id !== sent.id)].slice(0, 50))
export const forgetSent = (id: string) =>
  keep(
    'sent',
    sentFromHere().filter((one) => one.id !== id),
  )
