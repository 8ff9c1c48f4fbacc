import { Type } from 'typebox'
import { within } from '#kernel/database/within.ts'
import type { Store } from '#kernel/files/store.ts'
import type { House } from '#kernel/flow/house.ts'
import { addFlowRoutes } from '#kernel/flow/http.ts'
import { type Refusal, refusal } from '#kernel/flow/refusal.ts'
import { findItems } from '#kernel/flow/store/items.ts'
import { notFound } from '#kernel/flow/unseen.ts'
import type { App } from '#kernel/http/app.ts'
import { problem, problems } from '#kernel/http/problem.ts'
import { ownSight, sightOf } from '#kernel/people/actor.ts'
import { signedIn } from '#kernel/people/signedIn.ts'
import { type DistrictOf, districtFor, notSignedIn, visitorOf } from '#kernel/people/whoIs.ts'
import { dayOf } from '#kernel/time/zone.ts'
import { Uuid } from '#kernel/uuid.ts'
import { meetings, tasks } from './capability.ts'
import { Code } from './contract/entries.ts'
import { MeetingPage, SeenMeeting } from './contract/meeting.ts'
import { PublicPage } from './contract/public.ts'
import { SeenTask, TaskPage } from './contract/task.ts'
import { calendarOf, methodOf } from './meetings/calendar.ts'
import { meetingFlow } from './meetings/flow.ts'
import { addTaskPhotoRoute } from './routes/photos.ts'
import { listMeetings, listTasks } from './store/lists.ts'
import { publicPage } from './store/public.ts'
import { isOverdue } from './tasks/show.ts'

const noUnit: Refusal = refusal('badInput', '您的岗位没有单位，没有承办的事项', 'your post is at no unit that could hold a task')

/** The addresses of committees' work: meetings and tasks with their lists, a meeting for calendars, and what everybody may know. */
export function addCommitteeRoutes(app: App, house: House, districtOf: DistrictOf, store: Store) {
  const { database, clock } = house
  addFlowRoutes(app, house, meetings, { nobodyMay: [], districtOf })
  addFlowRoutes(app, house, tasks, { nobodyMay: [], districtOf })
  addTaskPhotoRoute(app, house, store)
  const closed = { additionalProperties: false }
  const asked = {
    committee: Type.Optional(Code),
    text: Type.Optional(Type.String({ minLength: 1, maxLength: 60, description: 'words that stand in it' })),
    after: Type.Optional(Type.Unsafe<string>({ ...Uuid, description: 'the last one of the page before' })),
  }

  const Meetings = Type.Object(
    {
      ...asked,
      state: Type.Optional(SeenMeeting.properties.state),
      over: Type.Optional(Type.Boolean({ description: 'signed off or cancelled' })),
    },
    closed,
  )
  app.get(
    '/api/meetings',
    { schema: { tags: ['meetings'], summary: '委员会会议', querystring: Meetings, response: { 200: MeetingPage, ...problems } } },
    async (request) =>
      signedIn(house)(request, ({ actor }) =>
        within(database, { as: 'read', district: actor.district, sight: sightOf(actor) }, async (connection) => {
          const { items, more } = await listMeetings(connection, actor.district, request.query)
          const rows = items.map(({ id, state, committee, committeeName, startsAt, venue, agenda }) => ({
            ...{ id, state, committee, committeeName, startsAt, venue, subjects: agenda.map(({ subject }) => subject) },
          }))
          return { rows, more }
        }),
      ),
  )

  app.get(
    '/api/meetings/:id/calendar.ics',
    {
      schema: {
        ...{ tags: ['meetings'], summary: '会议日历', params: Type.Object({ id: Uuid }) },
        response: { 200: { description: 'RFC 5545', content: { 'text/calendar': { schema: Type.String() } } }, ...problems },
      },
    },
    async (request, reply) => {
      const actor = (await visitorOf(database, clock, request))?.actor
      const kept =
        actor &&
        (await within(database, { as: 'read', district: actor.district, sight: sightOf(actor) }, (connection) =>
          findItems(connection, meetingFlow, actor.district, [request.params.id]),
        ))
      const meeting = kept?.[0]?.item
      if (!meeting) {
        const document = problem(actor ? notFound : notSignedIn)
        return reply.code(document.status).type('application/problem+json').send(document)
      }
      return reply
        .header('content-disposition', `attachment; filename="${meeting.committee}.ics"`)
        .type(`text/calendar; charset=utf-8; method=${methodOf(meeting)}`)
        .send(calendarOf(meeting))
    },
  )

  const Tasks = Type.Object(
    {
      ...asked,
      state: Type.Optional(SeenTask.properties.state),
      mine: Type.Optional(Type.Boolean({ description: 'those that the unit of the post holds' })),
      overdue: Type.Optional(Type.Boolean()),
      closed: Type.Optional(Type.Boolean({ description: 'those that were accepted' })),
      meeting: Type.Optional(Type.Unsafe<string>({ ...Uuid, description: 'all that came of one meeting' })),
    },
    closed,
  )
  app.get(
    '/api/tasks',
    { schema: { tags: ['tasks'], summary: '议定事项', querystring: Tasks, response: { 200: TaskPage, ...problems } } },
    async (request) =>
      signedIn(house)(request, async ({ actor }) => {
        const { mine = false, overdue = false, ...query } = request.query
        if (mine && actor.unit === undefined) return problem(noUnit)
        const now = clock()
        const filter = { ...query, ...(mine && { holder: actor.unit }), ...(overdue && { before: dayOf(now) }) }
        return within(database, { as: 'read', district: actor.district, sight: sightOf(actor) }, async (connection) => {
          const { items, more } = await listTasks(connection, actor.district, filter)
          const rows = items.map((item) => {
            const { id, state, committeeName, number, subject, holderName, limit } = item
            return { id, state, committeeName, number, subject, holderName, limit, overdue: isOverdue(item, now) }
          })
          return { rows, more }
        })
      }),
  )

  const After = Type.Object(
    {
      committee: Type.Optional(
        Type.Unsafe<string>({ ...Code, description: 'resolutions of this one and of the special ones under it' }),
      ),
      after: Type.Optional(Type.String({ maxLength: 100, description: 'the last resolution of the page before' })),
    },
    closed,
  )
  app.get(
    '/api/committees/public',
    {
      schema: {
        ...{ tags: ['committees'], summary: '治理委员会与公开决议（不用登录）', querystring: After },
        response: { 200: PublicPage, ...problems },
      },
    },
    async (request) => {
      const district = await districtFor(house, districtOf, request)
      return within(database, { as: 'read', district, sight: ownSight() }, (connection) =>
        publicPage(connection, district, { now: clock(), committee: request.query.committee, after: request.query.after }),
      )
    },
  )
}
