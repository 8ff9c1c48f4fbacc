import { eventsOf } from '#kernel/flow/events.ts'
import { restreeting } from '#kernel/flow/restreeting.ts'
import { type Plot, sending, type Wing } from '#kernel/wing.ts'
import { specials } from './capability.ts'
import { addSpecialRoutes } from './routes.ts'
import { hangsOnSpecials } from './store/hanging.ts'
import { type CategoryNames, proposeSpecials } from './store/propose.ts'

export const specialsWing = ({ house, districtOf }: Plot, names: CategoryNames): Wing => ({
  routes: (app) => addSpecialRoutes(app, house, districtOf),
  senders: sending(house, specials),
  events: eventsOf(specials.flow),
  onUnits: [hangsOnSpecials],
  rounds: [
    { name: 'proposed', every: 600, at: 90, work: (district) => proposeSpecials(house, district, names) },
    { name: 'specialsRestreeted', every: 10, at: 5, work: restreeting(house, specials) },
  ],
})
