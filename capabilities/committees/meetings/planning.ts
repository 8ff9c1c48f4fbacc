import type { Static } from 'typebox'
import type { Blank, Context } from '#kernel/flow/command.ts'
import { isRefusal, type Refusal, refusal, refuse } from '#kernel/flow/refusal.ts'
import { dayOf } from '#kernel/time/zone.ts'
import { signerCodes } from '../contract/kinds.ts'
import type { Amend, Cancel, Meeting, Plan, PutOffTo } from '../contract/meeting.ts'
import { most } from '../contract/most.ts'
import { otherSeats, seatsOn, withSeats } from './seats.ts'
import type { MeetingFacts } from './show.ts'

export type In<State extends Meeting['state']> = Extract<Meeting, { state: State }>
export type Here = Context<Meeting, MeetingFacts>
type Coming = In<'planned' | 'called'>

/** No meeting is planned further ahead, and none is longer. */
const furthest = { hours: 400 * 24 }
const longest = { hours: 12 }

export function plan(item: Blank, input: Static<typeof Plan>, here: Here): In<'planned'> | Refusal {
  const { committee, corrected, actor, now } = here
  if (!committee)
    return refusal('badInput', '没有这个委员会，或到那天已撤销', 'there is no such committee, or it has ended by then')
  if (committee.unit !== actor.unit)
    return refusal('notYou', `${committee.name}的会议由所在街道召集`, `meetings of ${committee.name} are called by its street`)
  if (input.corrects !== undefined && corrected !== committee.code)
    return refusal('badInput', '要更正的纪要须是本委员会已签发的', 'only signed minutes of the same committee are corrected')
  const sits = seating(input, here)
  if (isRefusal(sits)) return sits
  return {
    ...{ ...item, ...input, ...sits, state: 'planned' },
    ...{ committeeName: committee.name, unit: committee.unit, putOffs: [], sequence: 0, changedAt: now.toString() },
  }
}

/** When it is, and who sits in the committee on that day; or why it cannot be then. */
function seating(
  when: Pick<Static<typeof Plan>, 'startsAt' | 'endsAt'>,
  { committee, meetsThatDay, now }: Here,
): Pick<Meeting, 'startsAt' | 'endsAt' | 'seats' | 'quorum' | 'members'> | Refusal {
  const [from, until] = [Temporal.Instant.from(when.startsAt), Temporal.Instant.from(when.endsAt)]
  const order = Temporal.Instant.compare
  if (order(from, now) <= 0) return refusal('badInput', '开会时间须在现在以后', 'a meeting is planned for a time to come')
  if (order(from, now.add(furthest)) > 0) return refusal('badInput', '开会时间太远', 'it is too far ahead')
  const disorder = mustBeInOrder(from, until)
  if (disorder) return disorder
  if (!committee) return refusal('badInput', '这个委员会到那天已撤销', 'the committee has ended by then')
  if (meetsThatDay)
    return refuse('这个委员会那天已有会议，请并到一次会上', 'the committee meets on that day already: put it on that agenda')
  return { startsAt: from.toString(), endsAt: until.toString(), ...seatsOn(committee, dayOf(from)) }
}

/** Why a meeting cannot be so long, if it cannot. */
export const mustBeInOrder = (from: Temporal.Instant, until: Temporal.Instant): Refusal | undefined =>
  Temporal.Instant.compare(until, from) <= 0 || Temporal.Instant.compare(until, from.add(longest)) > 0
    ? refusal('badInput', '结束时间须晚于开始，不超过十二小时', 'it ends after it begins, within twelve hours')
    : undefined

export const changed = ({ sequence }: Meeting, { now }: Here) => ({ sequence: sequence + 1, changedAt: now.toString() })

export const amend = <Item extends Coming>(item: Item, { venue, agenda }: Static<typeof Amend>, here: Here): Item => ({
  ...{ ...item, venue, agenda, ...changed(item, here) },
})

export function putOff<Item extends Coming>(
  item: Item,
  { because, ...when }: Static<typeof PutOffTo>,
  here: Here,
): Item | Refusal {
  const sits = seating(when, here)
  if (isRefusal(sits)) return sits
  if (item.putOffs.length === most.putOffs)
    return refuse('改期次数已满，请取消后另开一次', 'it was put off too often: cancel it, and call another')
  const putOffs = [...item.putOffs, { from: item.startsAt, because, at: here.now.toString() }]
  return { ...item, ...sits, putOffs, ...changed(item, here) }
}

/** The members of a meeting that is to be called, as the register has them by now. */
function seated(item: In<'planned'>, { committee }: Here): In<'planned'> {
  const others = otherSeats(item, committee)
  return others ? withSeats(item, others) : item
}

/** Members are told, so it must be to come; and two posts must be there to sign what comes of it. */
export function mayCall(item: In<'planned'>, here: Here): Refusal | undefined {
  if (Temporal.Instant.compare(Temporal.Instant.from(item.startsAt), here.now) <= 0)
    return refuse('开会时间已过，请先改期', 'its time is past: put it off first')
  const { members } = seated(item, here)
  for (const office of signerCodes)
    if (!members.some((member) => member.office === office && member.post))
      return refuse(
        `请先在委员会名册里给${office === 'chair' ? '主任' : '秘书'}填上在本平台的岗位：纪要要两人签字`,
        `give the ${office} a post in the register of committees first: the minutes are signed by two`,
      )
  return undefined
}

export const call = (item: In<'planned'>, _: object, here: Here): In<'called'> => ({
  ...{ ...seated(item, here), state: 'called', ...changed(item, here) },
})

/** 更新委员: who was elected after a meeting was called takes part in it, and whoever left does not. */
export function reseat(item: In<'called'>, _: object, here: Here): In<'called'> | Refusal {
  if (!here.committee) return refuse('这个委员会到那天已撤销', 'the committee has ended by then')
  const others = otherSeats(item, here.committee)
  if (!others) return refuse('委员名册没有变，不用更新', 'the register of members has not changed')
  return { ...withSeats(item, others), ...changed(item, here) }
}

export const cancel = (item: Coming, { because }: Static<typeof Cancel>, here: Here): In<'cancelled'> => ({
  ...{ ...item, state: 'cancelled', because, ...changed(item, here) },
})
