import type { Static } from 'typebox'
import { type Refusal, refusal, refuse } from '#kernel/flow/refusal.ts'
import { type Actor, holds } from '#kernel/people/actor.ts'
import { type Signer, signerCodes } from '../contract/kinds.ts'
import type { MakeRemark, Meeting, Minute, Sign } from '../contract/meeting.ts'
import { most } from '../contract/most.ts'
import type { Here, In } from './planning.ts'

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

/** As what somebody signs: as chair or secretary on the day of the meeting. */
export const signerOf = (actor: Actor, { members }: Pick<Meeting, 'members'>): Signer | undefined =>
  signerCodes.find((as) => members.some(({ office, post }) => office === as && holds(actor, post)))

/** Whoever has signed this version, in whichever office, signs it no second time. */
export function maySign(item: In<'minuted'>, { actor }: Here): Refusal | undefined {
  const as = signerOf(actor, item)
  return item.signatures.some((one) => one.as === as || one.account === actor.id)
    ? refuse('已经签过；另一个签字须由另一人签', 'it is signed: the other signature is another person’s')
    : undefined
}

/** Chair and secretary sign the same version, two people; with the second the minutes are signed off, and change no more. */
export function sign(
  item: In<'minuted'>,
  { drafts, corrections = 0 }: Static<typeof Sign>,
  { actor, now }: Here,
): In<'minuted' | 'signed'> | Refusal {
  const as = signerOf(actor, item)
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
