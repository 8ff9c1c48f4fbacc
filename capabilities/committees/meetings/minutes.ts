import { isDeepStrictEqual } from 'node:util'
import type { Static } from 'typebox'
import { type Refusal, refusal, refuse } from '#kernel/flow/refusal.ts'
import { type Actor, holds, type Post } from '#kernel/people/actor.ts'
import { dayOf } from '#kernel/time/zone.ts'
import { type Signer, signerCodes } from '../contract/kinds.ts'
import type { MakeRemark, Meeting, Minute, Sign } from '../contract/meeting.ts'
import { most } from '../contract/most.ts'
import { membersOn } from '../members.ts'
import type { Here, In } from './planning.ts'
import { needed } from './quorum.ts'
import { presentOf } from './show.ts'

/** The next version of the minutes. What was signed was another text: both sign anew. */
export function minute(
  item: In<'held' | 'minuted'>,
  { text }: Static<typeof Minute>,
  { actor, now }: Here,
): In<'minuted'> | Refusal {
  const drafts = item.state === 'minuted' ? item.drafts : []
  if (drafts.length === most.drafts) return refuse('已有五十个版本，请签发', 'there are fifty versions: sign the last')
  const draft = { text: text.trim(), by: actor.name, at: now.toString() }
  const remarks = item.state === 'minuted' ? item.remarks : []
  return { ...item, state: 'minuted', drafts: [...drafts, draft], remarks, signatures: [] }
}

/** With the minutes voting ends: an item that decides has its vote by then, unless too few came, or is one that does not decide. */
export function mustBeVoted(item: In<'held' | 'minuted'>): Refusal | undefined {
  if (item.state !== 'held' || presentOf(item) < needed(item.seats, item.quorum)) return undefined
  const open = item.agenda.flatMap(({ decides, vote }, index) => (decides && !vote ? [index + 1] : []))
  return open.length === 0
    ? undefined
    : refuse(
        `第 ${open.join('、')} 项还没有记表决，写了纪要就不能再记：请先记表决；这次没有表决的，先用“更正记录”改成不表决`,
        `item ${open.join(', ')} has no vote, and takes none once there are minutes: take it first; what was put off is corrected to one that does not decide`,
      )
}

/** Whether somebody is at the post of a member who came. */
export const attended = (actor: Actor, { members, ...item }: Meeting): boolean =>
  'attendance' in item &&
  members.some(({ seat, post }) => holds(actor, post) && item.attendance.some((one) => one.seat === seat && one.is === 'present'))

export const remark = (
  item: In<'minuted'>,
  { words }: Static<typeof MakeRemark>,
  { actor, now }: Here,
): In<'minuted'> | Refusal =>
  item.remarks.length === most.remarks
    ? refuse('意见已满二百条', 'there are two hundred remarks')
    : { ...item, remarks: [...item.remarks, { words: words.trim(), by: actor.name, at: now.toString() }] }

interface Signing extends Pick<Meeting, 'members'> {
  signers?: In<'minuted'>['signers']
}

/** As what somebody at a post may sign: as who was chair or secretary on the day of the meeting, or is so since. */
export const signersAt = (post: Pick<Actor, 'role' | 'unit'>, { members, signers = [] }: Signing): Signer[] =>
  signerCodes.filter((as) =>
    [...members, ...signers].some(({ office, post: at }) => office === as && at?.role === post.role && at.unit === post.unit),
  )

/** The first of them as which nobody has signed this version. */
const unsigned = (post: Pick<Actor, 'role' | 'unit'>, item: In<'minuted'>): Signer | undefined =>
  signersAt(post, item).find((as) => !item.signatures.some((one) => one.as === as))

/** Whether minutes wait for somebody at a post to sign. */
export const waitsFor = (post: Pick<Actor, 'role' | 'unit'>, item: In<'minuted'>): boolean => unsigned(post, item) !== undefined

/** Whoever has signed this version, in whichever office, signs it no second time. */
export function maySign(item: In<'minuted'>, { actor }: Here): Refusal | undefined {
  return !unsigned(actor, item) || item.signatures.some((one) => one.account === actor.id)
    ? refuse('已经签过；另一个签字须由另一人签', 'it is signed: the other signature is another person’s')
    : undefined
}

/** Who is chair or secretary by now, as the register has them, with their posts. */
function signersSince({ committee, now }: Here): NonNullable<In<'minuted'>['signers']> {
  return ofOffice(committee ? membersOn(committee, dayOf(now)) : [])
}

const ofOffice = (some: readonly { office: string; name: string; post?: Post }[]) =>
  signerCodes.flatMap((office) =>
    some.flatMap(({ office: has, name, post }) => (has === office && post ? [{ office, name, post }] : [])),
  )

/** Whether nobody else is chair or secretary than who signs already. */
export function sameSigners(item: In<'minuted'>, here: Here): Refusal | undefined {
  const signers = signersSince(here)
  return signers.length === 0 || isDeepStrictEqual(signers, item.signers ?? ofOffice(item.members))
    ? refuse(
        '名册里的主任和秘书没有变：换了人，请先在委员会名册里改，并填上岗位',
        'chair and secretary are the same in the register: change them there first, with their posts',
      )
    : undefined
}

/** 更新签字人: who is chair or secretary by now signs what whoever was so on the day of the meeting has left. */
export const renew = (item: In<'minuted'>, _: object, here: Here): In<'minuted'> => ({ ...item, signers: signersSince(here) })

/** Chair and secretary sign the same version, two people; with the second the minutes are signed off, and change no more. */
export function sign(
  item: In<'minuted'>,
  { drafts, corrections = 0 }: Static<typeof Sign>,
  { actor, now }: Here,
): In<'minuted' | 'signed'> | Refusal {
  const as = unsigned(actor, item)
  if (!as) return refusal('notYou', '由主任和秘书签字', 'chair and secretary sign')
  if (drafts !== item.drafts.length)
    return refusal(
      'conflict',
      `纪要已改到第 ${item.drafts.length} 版，请先看新的`,
      `there is version ${item.drafts.length} now: read it first`,
    )
  if (corrections !== (item.corrections ?? []).length)
    return refusal('conflict', '会议记录有更正，请先看新的', 'what was written down of the meeting was corrected: read it first')
  const signatures = [...item.signatures, { as, account: actor.id, by: actor.name, at: now.toString() }]
  return signatures.length === 2 ? { ...item, state: 'signed', signatures, signedAt: now.toString() } : { ...item, signatures }
}
