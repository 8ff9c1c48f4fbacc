import type { Photo } from '#web/shared/photo/Photos.tsx'
import type { ChosenPlace } from '#web/shared/places/places.ts'
import type { Concerned } from '../../contract/terms.ts'

/** The questions of a report: what is wrong, where, and a last look before it is sent. */
export type Step = 'words' | 'where' | 'check'

/** A report while it is written. */
export interface Draft {
  id: string
  /** When something was last written in it. */
  at: string
  /** The account that was signed in when it was begun: it is listed to nobody else on this phone. */
  by?: string
  /** The question at which its writer is, or left. */
  step?: Step
  words: string
  photos: Photo[]
  place?: ChosenPlace
  where: string
  category?: string
  kind?: string
  /** Where a worker has it from: a caller, a visitor, their own patrol. */
  as?: string
  /** It is for somebody else, a parent or a neighbour, whose name and telephone these are. */
  forAnother: boolean
  name: string
  phone: string
  shareContact: boolean
  /** Of those who look after the place, whom it is about. */
  concerns: Concerned[]
  /** The station that it is about. */
  station?: { code: string; name: string }
}

export const freshDraft = (id: string): Draft => ({
  ...{ id, at: '', words: '', photos: [], where: '', forAnother: false },
  ...{ name: '', phone: '', shareContact: false, concerns: [] },
})

/** Whether there is anything in it that somebody would miss. A place alone came with a code and comes again. */
export const isBegun = ({ words, photos }: Draft): boolean => words.trim() !== '' || photos.length > 0

/** What is sent of a draft. */
export function reportOf(draft: Draft, { as }: { as?: string | undefined }) {
  const { words, photos, place, where, category, kind, name, phone, shareContact, concerns, station } = draft
  return {
    words: words.trim(),
    place: place?.given ?? {},
    ...(where.trim() && { where: where.trim() }),
    ...(category !== undefined && { category }),
    ...(kind !== undefined && { kind }),
    ...(concerns.length > 0 && { concerns }),
    ...(station !== undefined && { regards: { kind: 'station', code: station.code } }),
    ...(photos.length > 0 && { photos: photos.map(({ id }) => id) }),
    // On patrol nobody told it: what was typed before that was chosen is nobody's.
    ...(as !== 'patrol' && name.trim() && { name: name.trim() }),
    ...(as !== 'patrol' && phone.trim() && { phone: phone.trim(), shareContact }),
    ...(as !== undefined && { as }),
  }
}
