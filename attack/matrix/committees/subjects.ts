import type { Person } from '../cast.ts'
import { after, bodyOf, type Maker, type Makers, type Step } from '../kit.ts'

/** A kind of special committee, for the doors of its register. */
export const committeeKind = { code: 'kind', name: { zh: '物业', en: 'property' }, about: '物业服务' }

const kindOf = (code: string) => ({ code, name: { zh: `物业 ${code}`, en: 'property' }, about: '物业服务' })

/** The governance committee of 城北街道, whose chair and secretary have posts. */
export const committee = {
  ...{ code: 'north', name: '城北街道治理委员会', sort: 'governance', unit: 'north', setUpOn: '2025-01-01', seats: 3 },
  members: [
    { name: '主任', organisation: '街道', office: 'chair', from: '2025-01-01', post: { role: 'dutyOfficer', unit: 'north' } },
    { name: '秘书', organisation: '街道', office: 'secretary', from: '2025-01-01', post: { role: 'streetDesk', unit: 'north' } },
  ],
}

/** A special committee under it of a kind of its own, so that each can meet on any day. */
export const specialCommittee = (code: string, kind = code) => ({ ...committee, code, sort: 'special', parent: 'north', kind })

/** A meeting that begins so many minutes from a moment. */
export const meetingOf = (code: string, now: Temporal.Instant, minutes: number) => ({
  ...{ committee: code, venue: '会议室', agenda: [{ subject: '停车', presenter: '秘书', decides: true }] },
  ...{ startsAt: now.add({ minutes }).toString(), endsAt: now.add({ minutes: minutes + 60 }).toString() },
})

/** Another time for a meeting that is to come. */
export const putOff = { startsAt: '2026-03-10T01:00:00Z', endsAt: '2026-03-10T02:00:00Z', because: '改期' }

/** What was written down of a meeting, put right; on a day on which others sat there it is refused. */
export const correction = {
  ...{ startsAt: '2026-02-20T01:00:00Z', endsAt: '2026-02-20T02:00:00Z', venue: '会议室', because: '地点记错' },
  agenda: [{ subject: '停车', presenter: '秘书', decides: true }],
}

export const attendance = [1, 2].map((seat) => ({ seat, is: 'present' }))
export const passing = { item: 1, recused: [], for: 2, against: 0, abstained: 0 }

/** How a meeting comes to each state that commands leave, and what is sent to it. */
const voted = [
  ['call', {}],
  ['hold', { attendance }],
  ['vote', passing],
] as const
const minuted = (isPublic: boolean) =>
  [...voted, ['resolve', { item: 1, text: '同意', public: isPublic }], ['minute', { text: '同意' }]] as const
const meetingSteps = {
  planned: [],
  called: [['call', {}]],
  held: voted.slice(0, 2),
  voted,
  minuted: minuted(false),
  'minuted for all': minuted(true),
} as const
export type MeetingState = keyof typeof meetingSteps

/** A meeting of a committee of its own; for what happens at a meeting, its time has come. */
const meeting =
  (state: MeetingState): Maker<'committee'> =>
  async ({ stage: { clock }, subject, next, entryOf, post }) => {
    await subject('committee')
    const code = `special-${next()}`
    await entryOf('committee-kinds', 'systemAdmin', kindOf(code), code)
    await entryOf('committees', 'streetDesk', specialCommittee(code), code)
    const isToCome = state === 'planned' || state === 'called'
    const { id } = await post('streetDesk', '/api/meetings', meetingOf(code, clock.now(), isToCome ? 24 * 60 : 1))
    for (const [command, input] of meetingSteps[state]) {
      if (command === 'hold') clock.moveOn({ minutes: 1 })
      await post('streetDesk', `/api/meetings/${id}/${command}`, input)
    }
    return id
  }

/** Another is chair of its committee since. */
const succeeded: Step<'committee'> = async ({ handOf }, id) => {
  const desk = await handOf('streetDesk')
  const code = bodyOf(await desk.get(`/api/meetings/${id}`)).item.committee
  const members = committee.members.map((one) =>
    one.office === 'chair' ? { ...one, name: '接任', post: { ...one.post, unit: 'south' } } : one,
  )
  const entry = { ...specialCommittee(code), members }
  bodyOf(await desk.put(`/api/registers/committees/${code}`, { entry, version: 1 }))
}

/** What a resolution gives somebody to do. */
export const taskOf = (meeting: string) => ({ meeting, item: 1, subject: '划线', holder: 'urban', limit: '2026-03-20' })

/** A task that a resolution of such a meeting gave. */
const assigned =
  (of: Maker<'committee'>): Maker<'committee'> =>
  async (kit) =>
    (await kit.post('streetDesk', '/api/tasks', taskOf(await of(kit)))).id

const sign =
  (by: Person): Step<'committee'> =>
  ({ post }, id) =>
    post(by, `/api/meetings/${id}/sign`, { drafts: 1 })
const signed = after(meeting('minuted for all'), sign('streetDesk'), sign('dutyOfficer'))

/** Entries of the registers of committees, and how meetings and tasks come to the states in which they are knocked at. */
export const subjects = {
  committeeKind: ({ entryOf }) => entryOf('committee-kinds', 'systemAdmin', committeeKind, committeeKind.code),
  committee: ({ entryOf }) => entryOf('committees', 'streetDesk', committee, committee.code),
  'committeeKind to end': ({ entryOf, next }) => {
    const code = `kind-${next()}`
    return entryOf('committee-kinds', 'systemAdmin', kindOf(code), code)
  },
  'committee to end': async ({ entryOf, next, subject }) => {
    await subject('committee')
    const code = `special-${next()}`
    await entryOf('committee-kinds', 'systemAdmin', kindOf(code), code)
    return entryOf('committees', 'streetDesk', specialCommittee(code), code)
  },
  'meeting planned': meeting('planned'),
  'meeting called': meeting('called'),
  'meeting held': meeting('held'),
  'meeting voted': meeting('voted'),
  'meeting minuted': meeting('minuted'),
  'meeting minuted for all': meeting('minuted for all'),
  'meeting signed': signed,
  'meeting called, under another chair': after(meeting('called'), succeeded),
  'meeting minuted, under another chair': after(meeting('minuted'), succeeded),
  'task assigned': assigned(meeting('minuted')),
  'task for all': assigned(signed),
  'task done': after(assigned(meeting('minuted')), async ({ post, photo, photos }, id) => {
    const shown = await photo()
    photos.set(id, shown)
    await post('clerk', `/api/tasks/${id}/finish`, { did: '划好了', photos: [shown] })
  }),
} satisfies Makers<'committee'>
