/** A kind of special committee, for the doors of its register. */
export const committeeKind = { code: 'kind', name: { zh: '物业', en: 'property' }, about: '物业服务' }

/** The governance committee of 城北街道, whose chair and secretary have posts. */
export const committee = {
  ...{ code: 'north', name: '城北街道治理委员会', sort: 'governance', unit: 'north', setUpOn: '2025-01-01', seats: 3 },
  members: [
    { name: '主任', organisation: '街道', office: 'chair', from: '2025-01-01', post: { role: 'dutyOfficer', unit: 'north' } },
    { name: '秘书', organisation: '街道', office: 'secretary', from: '2025-01-01', post: { role: 'streetDesk', unit: 'north' } },
  ],
}

/** A special committee under it of a kind of its own, so that each can meet on any day. */
export const specialCommittee = (code: string) => ({ ...committee, code, sort: 'special', parent: 'north', kind: code })

/** A meeting that begins so many minutes from a moment. */
export const meetingOf = (code: string, now: Temporal.Instant, minutes: number) => ({
  ...{ committee: code, venue: '会议室', agenda: [{ subject: '停车', presenter: '秘书', decides: true }] },
  ...{ startsAt: now.add({ minutes }).toString(), endsAt: now.add({ minutes: minutes + 60 }).toString() },
})

/** What was written down of a meeting, put right; on a day on which others sat there it is refused. */
export const correction = {
  ...{ startsAt: '2026-02-20T01:00:00Z', endsAt: '2026-02-20T02:00:00Z', venue: '会议室', because: '地点记错' },
  agenda: [{ subject: '停车', presenter: '秘书', decides: true }],
}

export const attendance = [1, 2].map((seat) => ({ seat, is: 'present' }))
export const passing = { item: 1, recused: [], for: 2, against: 0, abstained: 0 }

/** How a meeting comes to each state that commands leave, and what is sent to it. */
export const meetingSteps = {
  planned: [],
  called: [['call', {}]],
  held: [
    ['call', {}],
    ['hold', { attendance }],
  ],
  minuted: [
    ['call', {}],
    ['hold', { attendance }],
    ['vote', passing],
    ['resolve', { item: 1, text: '同意', public: false }],
    ['minute', { text: '同意' }],
  ],
} as const
export type MeetingState = keyof typeof meetingSteps
