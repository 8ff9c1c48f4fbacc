import type { Paper, Side } from '../contract/errand.ts'
import { unconfirmed } from '../contract/unconfirmed.ts'

/** To whom a paper can be handed now; to nobody, while a handover waits or it is elsewhere. */
export function nextSide(paper: Paper): Side | undefined {
  if (unconfirmed(paper)) return undefined
  if (paper.state === 'handedOver') return 'resident'
  return paper.state === 'wanted' || paper.state === 'returned' ? 'helper' : undefined
}
