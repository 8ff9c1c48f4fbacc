import { eventsOf } from '#kernel/flow/events.ts'
import { type Plot, sending, type Wing } from '#kernel/wing.ts'
import { bulletins } from './capability.ts'
import { addBulletinRoutes } from './routes.ts'
import { hangsOnBulletins } from './store/hanging.ts'

export const bulletinsWing = ({ house, districtOf }: Plot): Wing => ({
  routes: (app) => addBulletinRoutes(app, house, districtOf),
  senders: sending(house, bulletins),
  events: eventsOf(bulletins.flow),
  onUnits: [hangsOnBulletins],
})
