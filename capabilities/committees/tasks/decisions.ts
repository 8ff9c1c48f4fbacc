import type { Static } from 'typebox'
import type { Blank, Change, Context } from '#kernel/flow/command.ts'
import { type Refusal, refusal, refuse } from '#kernel/flow/refusal.ts'
import type { Post } from '#kernel/people/actor.ts'
import { dayOf } from '#kernel/time/zone.ts'
import { words } from '#kernel/words.ts'
import type { Meeting } from '../contract/meeting.ts'
import { most } from '../contract/most.ts'
import type { Assign, Finish, GiveBack, PutOffTo, Report, Task } from '../contract/task.ts'

/** What decisions about tasks need to know: the meeting that resolved it, and the unit that is to hold it. */
export interface TaskFacts {
  meeting: Meeting | undefined
  unit: { code: string; name: string; kind: string } | undefined
}

type In<State extends Task['state']> = Extract<Task, { state: State }>
type Here = Context<Task, TaskFacts>

/** Who does a task at a unit, by the unit's kind; nobody, where a unit does none. */
function holderAt({ code, kind }: { code: string; kind: string }): Post | undefined {
  if (kind === 'street') return { role: 'streetDesk', unit: code }
  if (kind === 'community') return { role: 'communitySecretary', unit: code }
  if (kind === 'propertyCompany') return { role: 'propertyManager', unit: code }
  return kind === 'bureau' || kind === 'station' || kind === 'utility' ? { role: 'clerk', unit: code } : undefined
}

/** The limit is a day to come: what was due before anybody was told of it is nobody's task. */
const past = (limit: string, now: Temporal.Instant): Refusal | undefined =>
  limit < dayOf(now) ? refusal('badInput', '完成期限须在今天或以后', 'the limit must not be past') : undefined

export function assign(item: Blank, { item: number, ...input }: Static<typeof Assign>, here: Here): In<'assigned'> | Refusal {
  const { meeting, unit, actor, now } = here
  const resolution = meeting?.agenda[number - 1]?.resolution
  if (!meeting || !resolution) return refusal('badInput', '没有这项决议', 'there is no such resolution')
  if (meeting.unit !== actor.unit)
    return refusal('notYou', '议定事项由委员会所在街道交办', 'tasks are assigned by the street of the committee')
  const holder = unit && holderAt(unit)
  if (!unit || !holder) return refusal('badInput', '请选能承办的单位', 'choose a unit that can do it')
  const secretary = meeting.members.find(({ office }) => office === 'secretary')?.post
  return (
    past(input.limit, now) ?? {
      ...{ ...item, ...input, state: 'assigned', holder, holderName: unit.name, ...(secretary && { secretary }) },
      ...{ committee: meeting.committee, committeeName: meeting.committeeName, unit: meeting.unit },
      ...{ number: resolution.number, resolution: resolution.text, assignedAt: now.toString() },
      ...(resolution.public && { public: true as const }),
      ...{ progress: [], givenBack: [], putOffs: [] },
    }
  )
}

export const report = (
  item: In<'assigned'>,
  { words: said }: Static<typeof Report>,
  { actor, now }: Here,
): In<'assigned'> | Refusal =>
  item.progress.length === most.reports
    ? refuse('进展已满一百条', 'there are a hundred reports')
    : { ...item, progress: [...item.progress, { words: said.trim(), by: actor.name, at: now.toString() }] }

export const finish = (item: In<'assigned'>, { did, photos = [] }: Static<typeof Finish>, { actor, now }: Here): In<'done'> => ({
  ...{ ...item, state: 'done', did: did.trim(), photos, doneBy: actor.name, account: actor.id, doneAt: now.toString() },
})

/** Nobody accepts what they said themself to be done; of before that was kept, by their name. */
export const mustBeAnother = ({ account, doneBy }: In<'done'>, { actor }: Here): Refusal | undefined =>
  (account === undefined ? doneBy === actor.name : account === actor.id)
    ? refuse(
        '自己报的完成不能自己验收：请街道指挥员岗位上的另一人或委员会秘书验收',
        'nobody accepts what they reported themself: let another of the street desk or the secretary do it',
      )
    : undefined

export const accept = (item: In<'done'>, _: object, { actor, now }: Here): In<'accepted'> => ({
  ...{ ...item, state: 'accepted', acceptedBy: actor.name, acceptedAt: now.toString() },
})

/** It goes on where it was, with why; what was said to be done stays among the reports. */
export function giveBack(item: In<'done'>, { because }: Static<typeof GiveBack>, { actor, now }: Here): In<'assigned'> | Refusal {
  if (item.givenBack.length === most.returns || item.progress.length === most.reports)
    return refuse(
      '退回次数已满，请验收，或在会上另行议定',
      'it was given back too often: accept it, or resolve anew in a meeting',
    )
  const { did, photos: _, account: _account, doneBy, doneAt, ...rest } = item
  return {
    ...{ ...rest, state: 'assigned', progress: [...item.progress, { words: did, by: doneBy, at: doneAt }] },
    givenBack: [...item.givenBack, { words: because.trim(), by: actor.name, at: now.toString() }],
  }
}

/** Another limit, with its reason; whoever is late is so no more until that day is past. */
export function putOff(
  item: In<'assigned'>,
  { limit, because }: Static<typeof PutOffTo>,
  { now }: Here,
): In<'assigned'> | Refusal {
  if (limit <= item.limit)
    return refusal('badInput', `新的期限须晚于 ${item.limit}`, `the new limit is to be later than ${item.limit}`)
  if (item.putOffs.length === most.putOffs)
    return refuse('延期次数已满，请在会上另行议定', 'it was put off too often: resolve anew in a meeting')
  const { overdueAt: _, ...rest } = item
  const putOffs = [...item.putOffs, { from: item.limit, because: because.trim(), at: now.toString() }]
  return past(limit, now) ?? { ...rest, limit, putOffs }
}

/** Its day has gone by: holder and street hear of it, once for each limit. */
export function warn(item: In<'assigned'>, _: object, { now }: Here): Change<Task, In<'assigned'>> {
  const late = words(
    `议定事项“${item.subject}”已过期限 ${item.limit}，还没有完成`,
    `the task "${item.subject}" is past its limit of ${item.limit}`,
  )
  return {
    item: { ...item, overdueAt: now.toString() },
    notices: [item.holder, { role: 'streetDesk' as const, unit: item.unit }].map((to) => ({ to, words: late })),
  }
}
