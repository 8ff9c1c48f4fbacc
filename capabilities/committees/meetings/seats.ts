import { isDeepStrictEqual } from 'node:util'
import { type Refusal, refuse } from '#kernel/flow/refusal.ts'
import { dayOf } from '#kernel/time/zone.ts'
import type { Committee } from '../contract/entries.ts'
import type { Meeting, Seat } from '../contract/meeting.ts'
import { membersOn } from '../members.ts'

type Seats = Pick<Meeting, 'seats' | 'quorum' | 'members'>

/** The seats of a committee on a day, and who sits there. */
export function seatsOn(committee: Committee, day: string): Seats {
  const members = membersOn(committee, day).map(
    ({ name, organisation, office, post }, index): Seat => ({
      ...{ seat: index + 1, name, organisation, office, ...(post && { post }) },
    }),
  )
  const { seats, quorum } = committee
  return { seats, members, ...(quorum !== undefined && { quorum }) }
}

/** The seats of a meeting as its committee has them now for its day, where it has others: somebody was elected or left since. */
export function otherSeats(item: Meeting, committee: Committee | undefined): Seats | undefined {
  const now = committee && seatsOn(committee, dayOf(Temporal.Instant.from(item.startsAt)))
  const { seats, quorum, members } = item
  const were: Seats = { seats, members, ...(quorum !== undefined && { quorum }) }
  return isDeepStrictEqual(now, were) ? undefined : now
}

/** A meeting with other seats. */
export const withSeats = <Item extends Meeting>({ quorum: _, ...others }: Item, seats: Seats) => ({ ...others, ...seats })

/** Nobody is marked before the list is that of the day: a quorum is counted on the seats that there are. */
export const mustBeSeated = (item: Meeting, committee: Committee | undefined): Refusal | undefined =>
  otherSeats(item, committee)
    ? refuse(
        '委员名册在通知开会以后改过，请先“更新委员”，再签到',
        'members were elected or left since the meeting was called: update the members first',
      )
    : undefined
