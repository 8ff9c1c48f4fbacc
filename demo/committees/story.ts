import type { Committee } from '#capabilities/committees/contract/entries.ts'
import { membersOn } from '#capabilities/committees/members.ts'
import type { PastCommand } from '#kernel/flow/bulk.ts'
import { type Actor, systemOf } from '#kernel/people/actor.ts'
import type { Role } from '#kernel/people/roles.ts'
import { dayOf, endOf, startOf } from '#kernel/time/zone.ts'
import type { Geography } from '../geography/geography.ts'
import type { Staff } from '../people/staff.ts'
import { meetingPlace } from '../personas.ts'
import { type ToldMeeting, type ToldTask, toldMeetings } from './told.ts'

/** A command of the past, to a meeting or a task. */
export type Sent = PastCommand & { flow: 'meeting' | 'task' }

interface Around {
  place: Geography
  staff: readonly Staff[]
  now: Temporal.Instant
  newId: (at?: number) => string
}

/** All that was sent about the meetings of a committee and their tasks, in order. */
export function* storyOf(committee: Committee, around: Around): Generator<Sent> {
  const { place, staff, now, newId } = around
  const district = place.district.code
  const at = (role: Role, unit: string): Actor => {
    const holder = staff.find(({ posts }) => posts.some((post) => post.role === role && post.unit === unit))
    if (!holder) throw new Error(`nobody is ${role} at ${unit}`)
    return { district, id: holder.id, name: holder.name, role, unit }
  }
  const desk = at('streetDesk', committee.unit)
  const community = place.units.find(({ kind, street }) => kind === 'community' && street === committee.unit)
  for (const told of toldMeetings) {
    const day = Temporal.PlainDate.from(dayOf(now)).add({ days: told.day })
    const starts = startOf(day.toString()).add({ hours: 9, minutes: 30 })
    const planned = told.day < 0 ? starts.subtract({ hours: 24 * 7 }) : now.subtract({ hours: 20 })
    const id = newId(planned.epochMilliseconds)
    const send = (name: string, hours: number, input: object, actor = desk): Sent => ({
      ...{ flow: 'meeting', name, id, input, actor, at: planned.add({ seconds: Math.round(hours * 3600) }) },
    })
    yield send('plan', 0, planOf(committee, told, starts))
    yield send('call', 1, {})
    if (told.minutes === undefined) continue
    const held = 24 * 7
    const seated = membersOn(committee, day.toString())
    // One is on leave, and who recuses is there.
    const attendance = seated.map((_, index) => ({ seat: index + 1, is: index === 1 ? 'excused' : 'present' }))
    yield send('hold', held + 0.1, { attendance })
    for (const [index, { resolution }] of told.agenda.entries()) {
      if (resolution === undefined) continue
      const recused = told.recused && index === 0 ? [{ seat: seated.length, because: '本单位参与项目投标' }] : []
      const voting = attendance.length - 1 - recused.length
      yield send('vote', held + 0.5 + index / 4, { item: index + 1, recused, for: voting, against: 0, abstained: 0 })
      yield send('resolve', held + 0.6 + index / 4, { item: index + 1, text: resolution, public: index === 0 })
    }
    yield send('minute', held + 26, { text: told.minutes })
    yield send('sign', held + 30, { drafts: 1 })
    // Where the personas meet, the last minutes wait for the chair.
    const waits = committee.unit === meetingPlace.street && told === toldMeetings[1]
    if (!waits) yield send('sign', held + 48, { drafts: 1 }, at('leader', district))
    for (const task of told.tasks) {
      const holder = task.holder === 'community' ? (community?.code ?? '') : task.holder
      const worker = task.holder === 'community' ? at('communitySecretary', holder) : at('clerk', holder)
      yield* courseOf(task, {
        meeting: id,
        item: told.tasks.indexOf(task) % resolved(told),
        holder,
        worker,
        desk,
        held: starts,
        now,
        newId,
      })
    }
  }
}

/** How many items became resolutions: tasks come of them in turn. */
const resolved = ({ agenda }: ToldMeeting) => agenda.filter(({ resolution }) => resolution !== undefined).length

const planOf = ({ code }: Committee, { agenda }: ToldMeeting, starts: Temporal.Instant) => ({
  ...{ committee: code, venue: '街道三楼会议室', startsAt: starts.toString(), endsAt: starts.add({ hours: 2 }).toString() },
  agenda: agenda.map(({ subject, presenter, resolution }) => ({ subject, presenter, decides: resolution !== undefined })),
})

interface Course {
  meeting: string
  item: number
  holder: string
  worker: Actor
  desk: Actor
  held: Temporal.Instant
  now: Temporal.Instant
  newId: (at?: number) => string
}

/** What was sent about one task. */
function* courseOf(task: ToldTask, { meeting, item, holder, worker, desk, held, now, newId }: Course): Generator<Sent> {
  const assigned = held.add({ hours: 72 })
  const id = newId(assigned.epochMilliseconds)
  const limit = dayOf(held.add({ hours: task.days * 24 }))
  const send = (name: string, days: number, input: object, actor: Actor): Sent => ({
    ...{ flow: 'task', name, id, input, actor, at: assigned.add({ hours: days * 24 }) },
  })
  yield send('assign', 0, { meeting, item: item + 1, subject: task.subject, holder, limit }, desk)
  yield send('report', 8, { words: '已现场查看，方案已定，正在施工准备。' }, worker)
  if (task.became === 'accepted' || task.became === 'done')
    yield send('finish', 20, { did: '已按要求完成，现场已恢复。' }, worker)
  if (task.became === 'accepted') yield send('accept', 22, {}, desk)
  const late = endOf(limit)
  if (task.became === 'late' && Temporal.Instant.compare(late, now) < 0)
    yield { flow: 'task', name: 'warn', id, input: {}, actor: systemOf(desk.district), at: late }
}
