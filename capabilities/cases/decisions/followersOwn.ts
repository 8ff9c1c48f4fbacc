import { isNameless } from '#kernel/people/nameless.ts'
import { staffHasItsCode } from '../calling.ts'
import type { Case, Known } from '../contract/item.ts'
import type { CaseContext } from '../rulebook.ts'
import { numberWithin } from './merging.ts'

/**
 * What a case becomes for somebody who joined it, as a case of their own: the same matter at the same place, and how far it has come. What goes
 * along is named here, so that nothing else does: not who reported it first, nor what they wrote, showed and said, or were asked.
 */
export function followersOwn(
  item: Case,
  party: string,
  words: string,
  { fresh, filedFor }: Pick<CaseContext, 'fresh' | 'filedFor'>,
): Known {
  // A code that staff had in hand is no less so because what was filed with it was merged.
  const throughStaff = filedFor?.reporter === party && staffHasItsCode(filedFor)
  const { regards, pausedDays, everExtended, supervised } = item
  const { category, kind, urgency, place, gist, about, accepting, routedBy } = item
  const { reportedAt, round, limits, limitCount, returns, notSolved, extensions, extendedDays, parts, former, whistles } = item
  return {
    ...{ district: item.district, id: fresh(), version: 0, number: numberWithin(item, 0), origin: item.id },
    ...{ reporter: party, channel: isNameless(party) ? 'nobody' : 'resident', staffReported: false, shareContact: false },
    ...{ category, kind, urgency, place, gist, about, protected: item.protected, accepting, routedBy },
    ...{ reportedAt, round, limits, limitCount, returns, notSolved, extensions, extendedDays, parts, former, whistles },
    ...(throughStaff && filedFor?.filedBy !== undefined && { filedBy: filedFor.filedBy }),
    ...(regards && { regards }),
    ...(pausedDays !== undefined && { pausedDays }),
    ...(everExtended && { everExtended }),
    ...(supervised !== undefined && { supervised }),
    ...{ words, photos: [], followers: [], children: [], ratings: [], question: null, contactTries: 0, appealed: false },
  }
}
