import type { Unit } from '#kernel/place/store/find.ts'
import type { Bulletin, Concerned, SeenBulletin } from './contract/item.ts'

/** What decisions need to know: the unit of whoever writes, and what the codes stand for that they wrote. */
export interface BulletinFacts {
  home: Pick<Unit, 'code' | 'kind' | 'name' | 'serves' | 'ends'> | undefined
  found: ReadonlyMap<string, Concerned>
}

/** What is shown of a bulletin, to everybody: all but who at the unit wrote it. */
export function show(item: Bulletin): SeenBulletin {
  const { id, version, state, kind, what, from, until, places, advice, call, signedBy, publishedAt, earlier } = item
  return {
    ...{ id, version, state, kind, what, from, until, places, signedBy, publishedAt, earlier },
    ...(advice !== undefined && { advice }),
    ...(call !== undefined && { call }),
    ...('because' in item && { because: item.because, takenBackAt: item.takenBackAt }),
  }
}
