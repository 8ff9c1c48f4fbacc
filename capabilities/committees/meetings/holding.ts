import type { Static } from 'typebox'
import { type Refusal, refusal, refuse } from '#kernel/flow/refusal.ts'
import { dayOf } from '#kernel/time/zone.ts'
import type { AgendaItem, Hold, Resolve, TakeVote } from '../contract/meeting.ts'
import type { Here, In } from './planning.ts'
import { needed, passes } from './quorum.ts'
import { mustBeSeated } from './seats.ts'
import { presentOf } from './show.ts'

/** Who came is marked once the meeting has begun, and put right until the first vote. */
export function mayHold(item: In<'called' | 'held'>, { now }: Here): Refusal | undefined {
  if (Temporal.Instant.compare(Temporal.Instant.from(item.startsAt), now) > 0)
    return refuse('还没到开会时间', 'it has not begun yet')
  return item.agenda.some(({ vote: taken }) => taken)
    ? refuse('已经表决，不能再改签到', 'there was a vote: who came stays as it is')
    : undefined
}

/** Who came, seat by seat. */
export function hold(item: In<'called' | 'held'>, { attendance }: Static<typeof Hold>, here: Here): In<'held'> | Refusal {
  const unseated = item.state === 'called' ? mustBeSeated(item, here.committee) : undefined
  if (unseated) return unseated
  const told = new Set(attendance.map(({ seat }) => seat))
  const missing = item.members.filter(({ seat }) => !told.has(seat))
  if (missing.length > 0 || told.size !== attendance.length || told.size !== item.members.length)
    return refusal(
      'badInput',
      `每位委员签到一次${missing.map(({ name }) => `，缺${name}`).join('')}`,
      `each member is marked once${missing.map(({ name }) => `, ${name} is missing`).join('')}`,
    )
  return { ...item, state: 'held', attendance }
}

/** The numbers of one item: they are those present less those recused, and nothing is decided without a quorum. */
export function vote(item: In<'held'>, { item: number, ...votes }: Static<typeof TakeVote>): In<'held'> | Refusal {
  const asked = item.agenda[number - 1]
  if (!asked?.decides) return refusal('badInput', `第 ${number} 项不表决`, `item ${number} is not voted on`)
  if (asked.resolution) return refuse('已形成决议，不能再改表决', 'it became a resolution: its vote stays as it is')
  const present = presentOf(item)
  const least = needed(item.seats, item.quorum)
  if (present < least)
    return refuse(
      `到会 ${present} 人，不足法定人数 ${least} 席，不能表决`,
      `${present} are present, and ${least} of ${item.seats} seats make a quorum: nothing is decided`,
    )
  const recused = new Set(votes.recused.map(({ seat }) => seat))
  const isHere = (seat: number) => item.attendance.some((one) => one.seat === seat && one.is === 'present')
  if (recused.size !== votes.recused.length || ![...recused].every(isHere))
    return refusal('badInput', '回避的须是到会的委员，每人一次', 'only who is present recuses, and once')
  const voting = present - recused.size
  const total = votes.for + votes.against + votes.abstained
  if (total !== voting)
    return refusal(
      'badInput',
      `票数合计 ${total}，应是 ${voting}（到会 ${present} 减回避 ${recused.size}）`,
      `the votes add up to ${total}, not to ${voting}: ${present} present less ${recused.size} recused`,
    )
  const passed = passes(votes.for, item.seats, recused.size)
  return { ...item, agenda: withItem(item.agenda, number, { ...asked, vote: { ...votes, passed } }) }
}

/** A passed item becomes a resolution. Its number is its committee's, with the day and the item: a committee meets once a day. */
export function resolve(item: In<'held'>, input: Static<typeof Resolve>): In<'held'> | Refusal {
  const asked = item.agenda[input.item - 1]
  if (!asked?.vote?.passed) return refuse(`第 ${input.item} 项没有表决通过`, `item ${input.item} was not passed`)
  if (asked.resolution)
    return refuse(`已形成决议 ${asked.resolution.number}`, `it is resolution ${asked.resolution.number} already`)
  const day = dayOf(Temporal.Instant.from(item.startsAt)).replaceAll('-', '')
  const resolution = { number: `${item.committee}-${day}-${input.item}`, text: input.text.trim(), public: input.public ?? false }
  return { ...item, agenda: withItem(item.agenda, input.item, { ...asked, resolution }) }
}

const withItem = (agenda: readonly AgendaItem[], number: number, item: AgendaItem): AgendaItem[] => agenda.with(number - 1, item)
