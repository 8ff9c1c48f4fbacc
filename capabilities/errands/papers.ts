import { type Refusal, refusal, refuse } from '#kernel/flow/refusal.ts'
import type { Paper, Side, Signed } from './contract/errand.ts'
import { isGiven, isToKeep } from './contract/given.ts'
import { unconfirmed } from './contract/unconfirmed.ts'

/** Whether a paper is out of the resident's hands, or on its way. */
export const isOut = (paper: Paper): boolean => isGiven(paper) || unconfirmed(paper)?.to === 'helper'

/** The originals, cards and money that the resident does not have back. What is lost never comes back: that it is stands in the errand. */
export const originalsOut = (papers: readonly Paper[]): readonly Paper[] =>
  papers.filter((paper) => paper.kind !== 'copy' && isOut(paper))

/** The handover by which a helper gave a paper back, if the resident has still to confirm it, and nobody has reminded them. */
export const waitsForResident = (paper: Paper) => {
  const waits = unconfirmed(paper)
  return waits?.to === 'resident' && waits.saidBy === 'helper' && !waits.reminded ? waits : undefined
}

/** Whether it is a copy that the helper still has. */
export const isKeptCopy = ({ kind, state }: Paper): boolean => kind === 'copy' && state === 'handedOver'

/** Refuses to end what still holds an original of the resident's. */
export const mustBeBack = ({ papers }: { papers: readonly Paper[] }): Refusal | undefined => {
  const out = originalsOut(papers).map(({ name }) => name)
  return out.length === 0
    ? undefined
    : refuse(`还没有还给本人：${out.join('、')}`, `these are not back with the resident yet: ${out.join(', ')}`)
}

/** How much of the resident's money the helper was given last. */
const entrusted = ({ handovers }: Paper): number => handovers.findLast(({ to }) => to === 'helper')?.amount ?? 0

/** Money changes hands with its amount, and no more of it goes back than was given; nothing else has one. */
function wrongAmount(paper: Paper, to: Side, amount: number | undefined): Refusal | undefined {
  if (paper.kind !== 'money')
    return amount === undefined ? undefined : refusal('badInput', '只有现金写金额', 'only money has an amount')
  if (amount === undefined || (to === 'helper' && amount === 0))
    return refusal('badInput', '请写明现金金额', 'say how much money it is')
  return to === 'resident' && amount > entrusted(paper)
    ? refusal('badInput', '退还的钱不能多于收到的', 'no more goes back than was given')
    : undefined
}

/** What changes hands: to whom, and perhaps with a photo; of money, how much. */
export type Hands = Pick<Paper['handovers'][number], 'to' | 'photo' | 'amount'>

/** One side says that a paper changes hands, to the helper or back to the resident. */
export function hand(paper: Paper, hands: Hands, by: Side, now: string): Paper | Refusal {
  const { to } = hands
  if (unconfirmed(paper)) return refusal('notNow', '上一次交接还没有确认', 'the handover before is not confirmed yet')
  const from = to === 'helper' ? 'wanted' : 'handedOver'
  if (paper.state === from || (to === 'helper' && paper.state === 'returned'))
    return (
      wrongAmount(paper, to, hands.amount) ?? {
        ...paper,
        handovers: [...paper.handovers, { ...hands, saidBy: by, saidAt: now }],
      }
    )
  if (paper.state === 'lost') return refusal('notNow', `“${paper.name}”已登记丢失，不能交接`, `"${paper.name}" is lost`)
  return refusal(
    'notNow',
    to === 'helper' ? `“${paper.name}”不在居民手里` : `“${paper.name}”不在代办员手里`,
    to === 'helper' ? `"${paper.name}" is not with the resident` : `"${paper.name}" is not with the helper`,
  )
}

/** The other side confirms it: nobody does for both. */
export function acknowledge(paper: Paper, by: Side, now: string): Paper | Refusal {
  const open = unconfirmed(paper)
  if (!open) return nothingWaits
  if (open.saidBy === by)
    return refusal('notYou', '交接要由对方确认，不能自己替两边确认', 'the other side confirms a handover: nobody does for both')
  return changed(paper, { ...open, confirmedBy: by, confirmedAt: now })
}

/**
 * A handover that nobody has confirmed is taken back by the side that said it. What a helper said, also by their community, which is no side
 * itself: who is away keeps nothing waiting.
 */
export function unsay(paper: Paper, side: Side | undefined): Paper | Refusal {
  const open = unconfirmed(paper)
  if (!open) return nothingWaits
  if (open.saidBy !== (side ?? 'helper'))
    return refusal('notYou', '对方登记的交接，由对方撤回', 'the other side said so, and takes it back')
  return { ...paper, handovers: paper.handovers.slice(0, -1) }
}

/** Somebody without an account confirms what the helper said: by their signature, never by the helper's word. */
export function sign(paper: Paper, signed: Signed, now: string): Paper | Refusal {
  const open = unconfirmed(paper)
  return open ? changed(paper, { ...open, confirmedBy: 'resident', confirmedAt: now, signed }) : nothingWaits
}

const nothingWaits = refusal('notNow', '没有等着确认的交接', 'no handover waits to be confirmed')

const changed = (paper: Paper, confirmed: Paper['handovers'][number]): Paper => ({
  ...paper,
  state: confirmed.to === 'helper' ? 'handedOver' : 'returned',
  handovers: [...paper.handovers.slice(0, -1), confirmed],
})

/** The photos of papers, and of the signatures for them. */
export const photosOf = (papers: readonly Paper[]): readonly string[] => [
  ...new Set(
    papers
      .flatMap(({ handovers }) => handovers.flatMap(({ photo, signed }) => [photo, signed?.photo]))
      .filter((id) => id !== undefined),
  ),
]

/** Whoever of the community takes an errand over has what the helper and the department have. */
export const takenOver = (papers: readonly Paper[], by: string, at: string): Paper[] =>
  papers.map((paper) => (isGiven(paper) ? { ...paper, passed: [...(paper.passed ?? []), { how: 'takenOver', by, at }] } : paper))

/** What can go back to nobody, since whose it is was erased, is kept by the community. A handover that waits for them ends with it. */
export const keep = (paper: Paper, by: string, at: string): Paper | Refusal =>
  isToKeep(paper)
    ? {
        ...{ ...paper, state: 'kept', handovers: paper.handovers.filter((one) => one.confirmedBy !== undefined) },
        passed: [...(paper.passed ?? []), { how: 'kept', by, at }],
      }
    : refusal('notNow', `“${paper.name}”不在代办员手里，或是复印件`, `"${paper.name}" is not with the helper, or a copy`)

/** A paper is lost: what is done about it is written down. A handover that waits for its other side ends with it. */
export function lose(paper: Paper, remedy: string): Paper | Refusal {
  const { state, handovers } = paper
  return state === 'handedOver' || state === 'withDepartment'
    ? { ...paper, state: 'lost', remedy, lostFrom: state, handovers: handovers.filter((one) => one.confirmedBy !== undefined) }
    : refusal('notNow', `“${paper.name}”没有交出来，谈不上丢失`, `"${paper.name}" was not handed over`)
}

/** A lost paper is found again: it goes on where it was. */
export function find({ lostFrom = 'handedOver', remedy: _, ...paper }: Paper): Paper | Refusal {
  return paper.state === 'lost'
    ? { ...paper, state: lostFrom }
    : refusal('notNow', `“${paper.name}”没有登记丢失`, `"${paper.name}" is not lost`)
}

/** Whether it is with the department, and comes back from there. */
export const isThere = ({ kind, state }: Paper): boolean => kind !== 'copy' && state === 'withDepartment'

/** What the helper has goes to the department; all but copies comes back from there into the helper's hands. */
export const toDepartment = (papers: readonly Paper[]): Paper[] =>
  papers.map((paper) => (paper.state === 'handedOver' ? { ...paper, state: 'withDepartment' } : paper))
export const fromDepartment = (papers: readonly Paper[]): Paper[] =>
  papers.map((paper) => (isThere(paper) ? { ...paper, state: 'handedOver' } : paper))
