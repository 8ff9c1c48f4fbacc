import { useEffect, useState } from 'react'
import { keep, kept, keptNames } from '#web/shared/kept.ts'
import { forgetPhoto } from '#web/shared/offline/queue.ts'
import { type Draft, freshDraft, isBegun } from './draft.ts'

const beginning = 'draft.'
const hearers = new Set<() => void>()

/** The draft of this name as this phone keeps it, or an empty one. */
export const draftHere = (id: string): Draft => ({ ...freshDraft(id), ...kept<Partial<Draft>>(`${beginning}${id}`, {}), id })

/** Keeps a draft on this phone, or forgets it when there is nothing in it any more. Gives whether it worked. */
export const keepDraft = (draft: Draft): boolean => keep(`${beginning}${draft.id}`, isBegun(draft) ? draft : undefined)

/** Forgets a draft with its photos, but for those that wait elsewhere to be sent. */
export async function forgetDraft({ id, photos }: Draft, waiting: readonly string[] = []): Promise<void> {
  keep(`${beginning}${id}`, undefined)
  for (const hear of hearers) hear()
  for (const { local } of photos) if (local !== undefined && !waiting.includes(local)) await forgetPhoto(local)
}

/** What was begun on this phone and not sent, the latest first. */
export const draftsHere = (): Draft[] =>
  keptNames(beginning)
    .map((name) => draftHere(name.slice(beginning.length)))
    .filter(isBegun)
    .sort((one, other) => other.at.localeCompare(one.at))

/** The same, without those that are thrown away in this tab or another. */
export function useDrafts(): Draft[] {
  const [drafts, setDrafts] = useState(draftsHere)
  useEffect(() => {
    const look = () => setDrafts(draftsHere())
    hearers.add(look)
    addEventListener('storage', look)
    return () => {
      hearers.delete(look)
      removeEventListener('storage', look)
    }
  }, [])
  return drafts
}
