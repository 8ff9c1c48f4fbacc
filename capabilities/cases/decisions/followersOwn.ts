import { isNameless } from '#kernel/people/nameless.ts'
import type { Case, Known } from '../contract/item.ts'
import type { CaseContext } from '../rulebook.ts'
import { numberWithin } from './merging.ts'

/**
 * What a case becomes for somebody who joined it, as a case of their own: the same matter at the same place, and how far it has come. What goes
 * along is named here, so that nothing else does: not who reported it first, nor what they wrote, showed and said, or were asked.
 */
export function followersOwn(item: Case, party: string, words: string, { fresh }: Pick<CaseContext, 'fresh'>): Known {
  const { regards, pausedDays, everExtended, supervised } = item
  const { category, kind, urgency, place, gist, about, accepting, routedBy } = item
  const { reportedAt, round, limits, limitCount, returns, notSolved, extensions, extendedDays, parts, former, whistles } = item
  return {
    ...{ district: item.district, id: fresh(), version: 0, number: numberWithin(item, 0), origin: item.id },
    ...{ reporter: party, channel: isNameless(party) ? 'nobody' : 'resident', staffReported: false, shareContact: false },
    ...{ category, kind, urgency, place, gist, about, protected: item.protected, accepting, routedBy },
    ...{ reportedAt, round, limits, limitCount, returns, notSolved, extensions, extendedDays, parts, former, whistles },
    ...(regards && { regards }),
    ...(pausedDays !== undefined && { pausedDays }),
    ...(everExtended && { everExtended }),
    ...(supervised !== undefined && { supervised }),
    ...{ words, photos: [], followers: [], children: [], ratings: [], question: null, contactTries: 0, appealed: false },
  }
}
