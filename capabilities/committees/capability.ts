import type { Connection } from '#kernel/database/open.ts'
import type { Capability } from '#kernel/flow/house.ts'
import { findItems } from '#kernel/flow/store/items.ts'
import { unitAt } from '#kernel/place/store/find.ts'
import { dayOf } from '#kernel/time/zone.ts'
import type { Meeting } from './contract/meeting.ts'
import type { Task } from './contract/task.ts'
import { meetingFlow } from './meetings/flow.ts'
import type { MeetingFacts } from './meetings/show.ts'
import { meetsOn } from './store/lists.ts'
import { keepPublic } from './store/public.ts'
import { committeeOn } from './store/served.ts'
import type { TaskFacts } from './tasks/decisions.ts'
import { taskFlow } from './tasks/flow.ts'

/** Meetings of committees. They name who sits there by office, as notices on a wall do; nothing in them is private. */
export const meetings: Capability<Meeting, MeetingFacts> = {
  flow: meetingFlow,
  facts: async (connection, { actor: { district }, item, sent }) => {
    const startsAt = textIn(sent?.input, 'startsAt') ?? ('startsAt' in item ? item.startsAt : undefined)
    const code = 'committee' in item ? item.committee : textIn(sent?.input, 'committee')
    if (!sent || code === undefined || startsAt === undefined)
      return { committee: undefined, meetsThatDay: false, corrected: undefined }
    const day = dayOf(Temporal.Instant.from(startsAt))
    return {
      committee: await committeeOn(connection, district, code, day),
      meetsThatDay: await meetsOn(connection, district, { committee: code, day, but: item.id }),
      corrected: await signedAt(connection, district, textIn(sent.input, 'corrects')),
    }
  },
  subject: (actor) => actor.id,
  alongside: (before, after) => (before && after.state === 'signed' ? keepPublic(after) : []),
}

/** The tasks that resolutions give. Nothing in them is personal but the names of those at work. */
export const tasks: Capability<Task, TaskFacts> = {
  flow: taskFlow,
  facts: async (connection, { actor: { district }, now, sent }) => {
    if (sent?.name !== 'assign') return { meeting: undefined, unit: undefined }
    const [id, holder] = [textIn(sent.input, 'meeting'), textIn(sent.input, 'holder')]
    return {
      meeting: id === undefined ? undefined : await meetingAt(connection, district, id),
      unit: holder === undefined ? undefined : await unitAt(connection, district, holder, dayOf(now)),
    }
  },
  subject: (actor) => actor.id,
}

const meetingAt = async (connection: Connection, district: string, id: string): Promise<Meeting | undefined> =>
  (await findItems(connection, meetingFlow, district, [id]))[0]?.item

/** The committee of a meeting whose minutes are signed. */
async function signedAt(connection: Connection, district: string, id: string | undefined): Promise<string | undefined> {
  const meeting = id === undefined ? undefined : await meetingAt(connection, district, id)
  return meeting?.state === 'signed' ? meeting.committee : undefined
}

const textIn = (input: unknown, name: string): string | undefined => {
  const value: unknown = Object(input)[name]
  return typeof value === 'string' ? value : undefined
}
