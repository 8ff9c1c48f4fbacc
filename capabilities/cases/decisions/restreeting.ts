import type { Refusal } from '#kernel/flow/refusal.ts'
import { type Restreet, staysInItsStreet } from '#kernel/flow/restreet.ts'
import type { CaseIn } from '../contract/item.ts'
import type { CaseContext } from '../rulebook.ts'
import { comesInAnew } from './guarding.ts'
import { goingTo, isAboutItsHandlers } from './itsStreet.ts'
import { inItsGrid } from './regridding.ts'

type Underway = CaseIn<
  'reported' | 'accepted' | 'triage' | 'dispatched' | 'handling' | 'suspended' | 'ledger' | 'verifying' | 'contested' | 'merged'
>

/**
 * 随社区划转: its community went to another street, and what is open goes along, on the limits that run. What is about that street, and with a unit
 * below it, comes in anew past both.
 */
export function restreet<Item extends Underway>(
  item: Item,
  { from, to }: Restreet,
  context: CaseContext,
): Item | CaseIn<'reported'> | Refusal {
  const going = goingTo(item, context)
  if (going?.from !== from || going.to !== to) return staysInItsStreet()
  if (!isAboutItsHandlers(item, context)) return inItsGrid(item, context)
  const cause = { zh: '所在社区划转到所涉街道', en: 'its community went to the street that it is about' }
  return comesInAnew(item, { ...item, place: { ...item.place, street: to } }, cause, context)
}
