import { Type } from 'typebox'
import { within } from '../database/within.ts'
import type { House } from '../flow/house.ts'
import { isRefusal, refusal, unlessRefused } from '../flow/refusal.ts'
import type { App } from '../http/app.ts'
import { problem, problems } from '../http/problem.ts'
import { sightOf } from '../people/actor.ts'
import { note } from '../people/admin/trail.ts'
import { signedIn } from '../people/signedIn.ts'
import { Calendar, OfficeHours, SpecialDay } from './calendar.ts'
import { checkYear } from './check.ts'
import { Comparison, compare } from './compare.ts'
import { calendarOf, saveYear } from './store.ts'

/** The working calendar of a district: for people to see, for its system administrator to change, a year at a time. */
export function addCalendarRoutes(app: App, house: House) {
  const tags = ['calendars']
  const asVisitor = signedIn(house)
  const answer = { 200: Calendar, ...problems }
  app.get('/api/calendar', { schema: { tags, summary: '工作日历', response: answer } }, (request) =>
    asVisitor(request, ({ actor }) =>
      within(house.database, { as: 'read', district: actor.district, sight: sightOf(actor) }, (connection) =>
        calendarOf(connection, actor.district),
      ),
    ),
  )

  const params = Type.Object({ year: Type.Integer({ minimum: 1992, maximum: 2100 }) })
  const body = Type.Object(
    { hours: Type.Array(OfficeHours, { minItems: 1, maxItems: 6 }), days: Type.Array(SpecialDay, { maxItems: 200 }) },
    { additionalProperties: false },
  )
  const querystring = Type.Object(
    { preview: Type.Optional(Type.Boolean({ description: 'tells what would change, and changes nothing' })) },
    { additionalProperties: false },
  )
  const Saved = Type.Object({ version: Type.Integer(), changes: Comparison })
  const response = { 200: Saved, ...problems }
  const schema = { tags, summary: '修改一年的工作日历', params, querystring, body, response }
  app.put('/api/calendar/:year', { schema }, (request) =>
    asVisitor(request, async ({ actor }) => {
      const { district, role } = actor
      if (role !== 'systemAdmin')
        return problem(refusal('notYou', '只有系统管理员可以修改日历', 'only the system administrator changes the calendar'))
      const { year } = request.params
      const { preview = false } = request.query
      const now = house.clock()
      const saved = await within(
        house.database,
        { as: 'command', district },
        async (connection) => {
          const before = await calendarOf(connection, district)
          const done = await saveYear(connection, district, year, request.body)
          if (isRefusal(done)) return done
          const { version } = done
          const changes = compare(before, await calendarOf(connection, district), year, now)
          const told = { version, workingDays: changes.workingDays, days: changes.days, hours: request.body.hours }
          await note(connection, actor, now, { what: 'calendar changed', subject: String(year), told })
          return { version, changes }
        },
        (done) => !preview && unlessRefused(done),
      )
      return isRefusal(saved) ? problem(saved, checkYear(year, request.body)) : saved
    }),
  )
}
