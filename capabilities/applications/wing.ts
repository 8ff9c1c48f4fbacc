import { eventsOf } from '#kernel/flow/events.ts'
import { restreeting } from '#kernel/flow/restreeting.ts'
import { type Plot, sending, type Wing } from '#kernel/wing.ts'
import { applications } from './capability.ts'
import { addApplicationRoutes } from './routes.ts'
import { forgetApplications } from './store/forget.ts'
import { applicationsAtPost, hangsOnApplications } from './store/hanging.ts'
import { applicationsHeld } from './store/takingAlong.ts'

export const applicationsWing = ({ house, districtOf }: Plot): Wing => ({
  routes: (app) => addApplicationRoutes(app, house, districtOf),
  senders: sending(house, applications),
  events: eventsOf(applications.flow),
  onUnits: [hangsOnApplications],
  atPosts: [applicationsAtPost],
  forgets: [forgetApplications],
  holds: [applicationsHeld(house)],
  rounds: [{ name: 'applicationsRestreeted', every: 10, at: 7, work: restreeting(house, applications) }],
})
