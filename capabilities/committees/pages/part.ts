import type { SeenMeeting } from '../contract/meeting.ts'

/** What each part of the page of a meeting is given. */
export interface Part {
  item: SeenMeeting
  may: readonly string[]
  changed: () => void
}
