import type { Connection } from '../database/open.ts'
import { within } from '../database/within.ts'
import type { House } from '../flow/house.ts'
import { refusal } from '../flow/refusal.ts'
import type { App } from '../http/app.ts'
import { problem, problems } from '../http/problem.ts'
import { signedIn } from '../people/signedIn.ts'
import { dayOf } from '../time/zone.ts'
import { Start, type StartStep } from './contract.ts'
import { calendarStep, gridsStep, inviteStep, peopleStep, placesStep } from './steps.ts'
import { groundOf } from './store/ground.ts'

/** A step that a capability adds, between the people and the calendar. */
export type OwnStep = (connection: Connection, district: string) => Promise<StartStep>

/** How far a district has come that starts from nothing, step by step, from its data alone. */
export function addStartRoutes(app: App, house: House, own: readonly OwnStep[]) {
  const { database, clock } = house
  const asVisitor = signedIn(house)
  app.get('/api/start', { schema: { tags: ['system'], summary: '开通进度', response: { 200: Start, ...problems } } }, (request) =>
    asVisitor(request, async ({ actor: { district, role } }) => {
      if (role !== 'systemAdmin') return problem(notYours)
      return within(database, { as: 'command', district }, async (connection) => {
        const ground = await groundOf(connection, district, dayOf(clock()))
        const steps = [placesStep(ground), gridsStep(ground), peopleStep(ground)]
        for (const step of own) steps.push(await step(connection, district))
        steps.push(calendarStep(ground), inviteStep(ground))
        return { complete: steps.every(({ state }) => state === 'done'), steps }
      })
    }),
  )
}

const notYours = refusal('notYou', '开通向导由系统管理员使用', 'the guide to the beginning is for the system administrator')
