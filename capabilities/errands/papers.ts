import { type Refusal, refusal } from '#kernel/flow/refusal.ts'
import type { Paper, Side, Signed } from './contract/errand.ts'
import { unconfirmed } from './contract/unconfirmed.ts'

/** Whether a paper is out of the resident's hands, or on its way. */
export const isOut = (paper: Paper): boolean =>
  paper.state === 'handedOver' ||
  paper.state === 'withDepartment' ||
  (paper.state === 'wanted' && unconfirmed(paper) !== undefined)

/** The originals that the resident does not have back. What is lost never comes back: that it is stands in the errand. */
export const originalsOut = (papers: readonly Paper[]): readonly Paper[] =>
  papers.filter((paper) => paper.kind === 'original' && isOut(paper))

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
    : refusal(
        'notNow',
        `原件还没有还给居民：${out.join('、')}`,
        `originals are not back with the resident yet: ${out.join(', ')}`,
      )
}

/** One side says that a paper changes hands, to the helper or back to the resident. */
export function hand(paper: Paper, { to, photo }: { to: Side; photo?: string }, by: Side, now: string): Paper | Refusal {
  if (unconfirmed(paper)) return refusal('notNow', '上一次交接还没有确认', 'the handover before is not confirmed yet')
  const from = to === 'helper' ? 'wanted' : 'handedOver'
  if (paper.state === from || (to === 'helper' && paper.state === 'returned'))
    return { ...paper, handovers: [...paper.handovers, { to, saidBy: by, saidAt: now, ...(photo !== undefined && { photo }) }] }
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

/** What the helper has goes to the department; originals come back from there into the helper's hands, copies stay. */
export const toDepartment = (papers: readonly Paper[]): Paper[] =>
  papers.map((paper) => (paper.state === 'handedOver' ? { ...paper, state: 'withDepartment' } : paper))
export const fromDepartment = (papers: readonly Paper[]): Paper[] =>
  papers.map((paper) =>
    paper.state === 'withDepartment' && paper.kind === 'original' ? { ...paper, state: 'handedOver' } : paper,
  )
