import type { Paper, Side } from '../contract/errand.ts'
import { unconfirmed } from '../contract/unconfirmed.ts'

/** To whom a paper can be handed now; to nobody, while a handover waits or it is elsewhere, and once it is over only back. */
export function nextSide(paper: Paper, isOver: boolean): Side | undefined {
  if (unconfirmed(paper)) return undefined
  if (paper.state === 'handedOver') return 'resident'
  return !isOver && (paper.state === 'wanted' || paper.state === 'returned') ? 'helper' : undefined
}
