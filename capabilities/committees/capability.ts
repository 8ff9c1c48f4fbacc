import type { Static } from 'typebox'
import { Compile } from 'typebox/compile'
import type { Connection } from '#kernel/database/open.ts'
import { namedPhotos, strangePhotos, unnamedPhotos } from '#kernel/files/store.ts'
import type { Capability } from '#kernel/flow/house.ts'
import { refusal } from '#kernel/flow/refusal.ts'
import { findItems } from '#kernel/flow/store/items.ts'
import { unitAt } from '#kernel/place/store/find.ts'
import { dayOf } from '#kernel/time/zone.ts'
import type { Meeting } from './contract/meeting.ts'
import { Finish, type Task } from './contract/task.ts'
import { meetingFlow } from './meetings/flow.ts'
import type { MeetingFacts } from './meetings/show.ts'
import { meetsOn } from './store/lists.ts'
import { keepComing, keepResolutions, keepTask } from './store/publishing.ts'
import { committeeOn, holdCommittee } from './store/served.ts'
import type { TaskFacts } from './tasks/decisions.ts'
import { taskFlow } from './tasks/flow.ts'

/** Meetings of committees. They name who sits there by office, as notices on a wall do; nothing in them is private. */
export const meetings: Capability<Meeting, MeetingFacts> = {
  flow: meetingFlow,
  facts: async (connection, { actor: { district }, item, sent }) => {
    const startsAt = textIn(sent?.input, 'startsAt') ?? ('startsAt' in item ? item.startsAt : undefined)
    const code = 'committee' in item ? item.committee : textIn(sent?.input, 'committee')
    if (code === undefined || startsAt === undefined) return { committee: undefined, meetsThatDay: false, corrected: undefined }
    const day = dayOf(Temporal.Instant.from(startsAt))
    if (!sent) return { committee: await committeeOn(connection, district, code, day), meetsThatDay: false, corrected: undefined }
    // It meets once a day, also where two call it at once.
    await holdCommittee(connection, district, code)
    return {
      committee: await committeeOn(connection, district, code, day),
      meetsThatDay: await meetsOn(connection, district, { committee: code, day, but: item.id }),
      corrected: await signedAt(connection, district, textIn(sent.input, 'corrects')),
    }
  },
  subject: (actor) => actor.id,
  alongside: (_, after) => [...keepComing(after), ...(after.state === 'signed' ? keepResolutions(after) : [])],
}

/** The tasks that resolutions give. Nothing in them is personal but the names of those at work. */
export const tasks: Capability<Task, TaskFacts> = {
  flow: taskFlow,
  facts: async (connection, { actor: { district, id: by }, now, sent }) => {
    const photos = photosIn(sent?.input)
    if (photos.length > 0 && (await strangePhotos(connection, district, photos, [by])).length > 0) return notUploaded
    if (sent?.name !== 'assign') return { meeting: undefined, unit: undefined }
    const [id, holder] = [textIn(sent.input, 'meeting'), textIn(sent.input, 'holder')]
    return {
      meeting: id === undefined ? undefined : await meetingAt(connection, district, id),
      unit: holder === undefined ? undefined : await unitAt(connection, district, holder, dayOf(now)),
    }
  },
  subject: (actor) => actor.id,
  alongside: (before, after, { input }) => [
    ...keepTask(after),
    ...(photosIn(input).length > 0 ? [namedPhotos(after.district, photosIn(input))] : []),
    // What is given back is done anew, and shown anew.
    ...(before?.state === 'done' && after.state === 'assigned' ? [unnamedPhotos(after.district, before.photos ?? [])] : []),
  ],
}

const notUploaded = refusal(
  'badInput',
  '照片没有上传成功，请重新上传',
  'the photos are not yours or not there: upload them again',
)

const finish = Compile(Finish)
const isFinish = (input: unknown): input is Static<typeof Finish> => finish.Check(input)
const photosIn = (input: unknown): string[] => (isFinish(input) ? [...(input.photos ?? [])] : [])

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
