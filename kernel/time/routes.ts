import { Type } from 'typebox'
import { within } from '../database/within.ts'
import type { House } from '../flow/house.ts'
import { isRefusal, refusal, unlessRefused } from '../flow/refusal.ts'
import type { App } from '../http/app.ts'
import { problem, problems } from '../http/problem.ts'
import { sightOf } from '../people/actor.ts'
import { signedIn } from '../people/signedIn.ts'
import { Calendar, OfficeHours, SpecialDay } from './calendar.ts'
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
  const response = { 200: Type.Object({ version: Type.Integer() }), ...problems }
  app.put('/api/calendar/:year', { schema: { tags, summary: '修改一年的工作日历', params, body, response } }, (request) =>
    asVisitor(request, async ({ actor: { district, role } }) => {
      if (role !== 'systemAdmin')
        return problem(refusal('notYou', '只有系统管理员可以修改日历', 'only the system administrator changes the calendar'))
      const saved = await within(
        house.database,
        { as: 'command', district },
        (connection) => saveYear(connection, district, request.params.year, request.body),
        unlessRefused,
      )
      return isRefusal(saved) ? problem(saved) : { version: saved.version }
    }),
  )
}
