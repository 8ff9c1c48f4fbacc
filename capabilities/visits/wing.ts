import { eventsOf } from '#kernel/flow/events.ts'
import { type Plot, sending, type Wing } from '#kernel/wing.ts'
import { visits } from './capability.ts'
import { addVisitRoutes } from './routes.ts'

export const visitsWing = ({ house, districtOf }: Plot): Wing => ({
  routes: (app) => addVisitRoutes(app, house, districtOf),
  senders: sending(house, visits),
  events: eventsOf(visits.flow),
})
