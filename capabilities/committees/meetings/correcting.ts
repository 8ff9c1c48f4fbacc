import { isDeepStrictEqual } from 'node:util'
import type { Static } from 'typebox'
import { isRefusal, type Refusal, refusal, refuse } from '#kernel/flow/refusal.ts'
import { dayOf } from '#kernel/time/zone.ts'
import type { AgendaItem, Correct } from '../contract/meeting.ts'
import { most } from '../contract/most.ts'
import { changed, type Here, type In, mustBeInOrder } from './planning.ts'
import { seatsOn } from './seats.ts'

type Held = In<'held' | 'minuted'>

/**
 * 更正: what was written down wrongly of a meeting that was held, before its minutes are signed off: when, where, and what was on the
 * agenda. What was decided stays; whoever has signed signs anew.
 */
export function correct<Item extends Held>(item: Item, input: Static<typeof Correct>, here: Here): Item | Refusal {
  const { actor, now } = here
  const when = heldWhen(item, input, here)
  if (isRefusal(when)) return when
  const agenda = agendaOf(item.agenda, input.agenda)
  if (isRefusal(agenda)) return agenda
  const corrections = [...(item.corrections ?? []), { because: input.because.trim(), by: actor.name, at: now.toString() }]
  if (corrections.length > most.corrections)
    return refuse('已更正二十次，请写进纪要', 'it was corrected twenty times: write it into the minutes')
  const next = { ...item, ...when, venue: input.venue, agenda, corrections, ...changed(item, here) }
  return 'signatures' in next ? { ...next, signatures: [] } : next
}

/** When it was; or why it cannot have been then. On another day others sit there, and a resolution has its day in its number. */
function heldWhen(
  item: Held,
  input: Pick<Static<typeof Correct>, 'startsAt' | 'endsAt'>,
  { committee, meetsThatDay, now }: Here,
): Pick<Held, 'startsAt' | 'endsAt'> | Refusal {
  const [from, until] = [Temporal.Instant.from(input.startsAt), Temporal.Instant.from(input.endsAt)]
  if (Temporal.Instant.compare(from, now) > 0)
    return refusal('badInput', '已开过的会不能改到以后', 'it was held: it cannot be to come')
  const disorder = mustBeInOrder(from, until)
  if (disorder) return disorder
  const [was, is] = [dayOf(Temporal.Instant.from(item.startsAt)), dayOf(from)]
  if (was !== is) {
    if (item.agenda.some(({ resolution }) => resolution))
      return refuse('已形成决议，编号里有日期，不能改到别的日子', 'its resolutions have its day in their numbers: the day stays')
    if (meetsThatDay) return refuse('这个委员会那天已有会议', 'the committee meets on that day already')
    if (!committee || !isDeepStrictEqual(seatsOn(committee, is).members, item.members))
      return refuse('那天的委员与签到的不是同一些人', 'others sat in the committee on that day than those who were marked')
  }
  return { startsAt: from.toString(), endsAt: until.toString() }
}

/** The agenda as it was, each item with what was decided on it; nothing that was voted on is taken off, or stands under another's subject. */
function agendaOf(were: readonly AgendaItem[], are: Static<typeof Correct>['agenda']): AgendaItem[] | Refusal {
  const lost = were.findIndex(({ vote }, index) => vote !== undefined && !are[index]?.decides)
  if (lost >= 0) return refuse(`第 ${lost + 1} 项已表决，不能去掉或改成不表决`, `item ${lost + 1} was voted on: it stays`)
  const moved = were.findIndex(({ vote, resolution, subject }, index) => {
    const now = are[index]?.subject
    return vote !== undefined && now !== subject && (resolution !== undefined || were.some((other) => other.subject === now))
  })
  if (moved >= 0) return refuse(`第 ${moved + 1} 项已表决，不能换成别的议题`, `item ${moved + 1} was voted on: its subject stays`)
  return are.map((one, index) => {
    const { vote, resolution } = were[index] ?? {}
    return { ...one, ...(vote && { vote }), ...(resolution && { resolution }) }
  })
}
