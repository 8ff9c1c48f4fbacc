import type { Committee } from '../contract/entries.ts'
import type { Meeting, SeenMeeting } from '../contract/meeting.ts'
import { needed } from './quorum.ts'

/** What decisions about meetings need to know. */
export interface MeetingFacts {
  /** The committee as it stands on the day of the meeting; none, if there is none. */
  committee: Committee | undefined
  /** Whether it meets on that day already, but for this meeting. */
  meetsThatDay: boolean
  /** The committee whose signed minutes are to be corrected. */
  corrected: string | undefined
}

export const presentOf = ({ attendance }: { attendance: readonly { is: string }[] }): number =>
  attendance.filter(({ is }) => is === 'present').length

/** What is shown of a meeting: whose post a member has stays inside, and so does the account that signed. */
export function show(meeting: Meeting): SeenMeeting {
  const { district: _district, members, ...rest } = meeting
  const seen = { members: members.map(({ post: _post, ...seat }) => seat), needed: needed(meeting.seats, meeting.quorum) }
  if (!('attendance' in rest)) return { ...rest, ...seen }
  const hasQuorum = presentOf(rest) >= seen.needed
  if (!('signatures' in rest)) return { ...rest, ...seen, hasQuorum }
  const { signers } = rest
  const successors = signers && { signers: signers.map(({ post: _post, ...one }) => one) }
  return { ...rest, ...seen, hasQuorum, ...successors, signatures: rest.signatures.map(({ account: _account, ...one }) => one) }
}
