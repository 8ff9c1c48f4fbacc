import type { House } from '../flow/house.ts'
import type { App } from '../http/app.ts'
import type { Headlines } from '../record/headlines.ts'
import { addIdleEndAdministration } from './admin/idleEnds.ts'
import type { WorkAt } from './admin/leaving.ts'
import { addPeopleAdministration } from './admin/people.ts'
import { addPostAdministration } from './admin/posts.ts'
import { addRosterAdministration } from './admin/rosters.ts'
import { addSecondFactorAdministration } from './admin/secondFactors.ts'
import { addSignInAudit } from './admin/signIns.ts'
import { addStandIns } from './admin/standIns.ts'
import { addLookAuditRoutes } from './routes/lookAudit.ts'
import { addLookRoutes } from './routes/looks.ts'
import { addPasswordRoutes } from './routes/password.ts'
import { addSecondFactorRoutes } from './routes/secondFactor.ts'
import { addSessionRoutes } from './routes/session.ts'
import { addSessionsRoutes } from './routes/sessions.ts'
import { addSignInRoutes, type Entrance } from './routes/signIn.ts'

/** Signing in and out, one's own sessions and posts, who looked at one's data, and the administration of people and posts. */
export function addPeopleRoutes(app: App, house: House, entrance: Entrance, headlines: Headlines, workAt: readonly WorkAt[]) {
  addSignInRoutes(app, house, entrance)
  addSessionRoutes(app, house, entrance.districtOf)
  addPasswordRoutes(app, house)
  addSecondFactorRoutes(app, house)
  addSessionsRoutes(app, house)
  addLookRoutes(app, house, headlines)
  addLookAuditRoutes(app, house)
  addPeopleAdministration(app, house, workAt)
  addPostAdministration(app, house, workAt)
  addSecondFactorAdministration(app, house)
  addIdleEndAdministration(app, house)
  addStandIns(app, house)
  addSignInAudit(app, house)
  addRosterAdministration(app, house)
}
