import type { Words } from '#kernel/words.ts'
import type { Look } from '#web/shared/Shape.tsx'
import type { ErrandRow, Paper, Side } from '../contract/errand.ts'
import { isOwed } from '../contract/given.ts'
import { paperStates, states } from '../contract/kinds.ts'
import { unconfirmed } from '../contract/unconfirmed.ts'

type Seen = Pick<ErrandRow, 'side' | 'state' | 'papers'>

/** Whether an errand waits for the resident who reads it: to confirm that it is done, or that a paper changed hands. */
export const waitsForYou = ({ side, state, papers }: Seen): boolean =>
  side === 'resident' && (state === 'done' || papers.some((paper) => unconfirmed(paper)?.saidBy === 'helper'))

/** Errands with those first that wait for their reader, and the others as they were. */
export const yoursFirst = <Errand extends Seen>(errands: readonly Errand[]): Errand[] =>
  errands.toSorted((one, other) => Number(waitsForYou(other)) - Number(waitsForYou(one)))

/** How an errand stands, as its reader is spoken to. */
export function stateFor(errand: Seen): Words {
  const { state, papers } = errand
  if (!waitsForYou(errand)) return states[state]
  if (state === 'done' && papers.some(isOwed))
    return { zh: '已办好，还有材料没还您', en: 'done: papers of yours are not back yet' }
  return state === 'done'
    ? { zh: '已办好，等您确认', en: 'done: please confirm' }
    : { zh: '等您确认交接', en: 'please confirm the handover' }
}

const looks: Record<ErrandRow['state'], Look> = {
  ...{
    requested: 'waiting',
    assigned: 'waiting',
    collecting: 'inhand',
    submitted: 'inhand',
    rejected: 'waiting',
    done: 'waiting',
  },
  ...{ confirmed: 'done', withdrawn: 'stopped', declined: 'stopped', recorded: 'done' },
}

/** How an errand stands at a moment: while somebody has to go on with it, whether that is late; and what waits for its reader waits. */
export function lookOfErrand(errand: Seen & Pick<ErrandRow, 'dueAt' | 'endedAt'>, now: number): Look {
  const { state, dueAt, endedAt } = errand
  if (dueAt !== undefined && endedAt === undefined && Date.parse(dueAt) < now) return 'over'
  return waitsForYou(errand) ? 'waiting' : looks[state]
}

export const paperLooks: Record<Paper['state'], Look> = {
  ...{
    wanted: 'waiting',
    handedOver: 'inhand',
    withDepartment: 'inhand',
    returned: 'done',
    kept: 'stopped',
    lost: 'over',
    destroyed: 'done',
  },
}

/** Where a paper is, as its reader is spoken to. */
export const paperStateFor = (state: Paper['state'], side: Side | undefined): Words =>
  side === 'resident' && state === 'returned' ? { zh: '已还给您', en: 'back with you' } : paperStates[state]

/** What somebody of a handover is called to its reader. */
export function sideFor(called: 'resident' | 'helper', reader: Side | undefined): Words {
  if (called === 'helper') return { zh: '代办员', en: 'the helper' }
  return reader === 'resident' ? { zh: '您', en: 'you' } : { zh: '居民', en: 'the resident' }
}
