import { isNameless } from '#kernel/people/nameless.ts'
import type { Case, Known } from '../contract/item.ts'
import { known } from '../known.ts'
import type { CaseContext } from '../rulebook.ts'
import { numberWithin } from './merging.ts'

/**
 * What a case becomes for somebody who joined it, as a case of their own: the same matter at the same place, and nothing of who reported it
 * first, of what they wrote, showed and said, or were asked.
 */
export function followersOwn(item: Case, party: string, words: string, { fresh }: Pick<CaseContext, 'fresh'>): Known {
  const {
    name,
    phone,
    home,
    where,
    filedBy,
    codePastStaff,
    outerId,
    outerDueAt,
    answeredOutside,
    leader,
    summary,
    publicPhotos,
    publishedAt,
    excluded,
    remindedOn,
    askedOn,
    calls,
    contactTriedAt,
    ...base
  } = known(item)
  return {
    ...base,
    ...{ id: fresh(), version: 0, number: numberWithin(item, 0), origin: item.id },
    ...{ reporter: party, channel: isNameless(party) ? 'nobody' : 'resident', staffReported: false, shareContact: false },
    ...{ words, photos: [], followers: [], children: [], ratings: [], question: null },
  }
}
