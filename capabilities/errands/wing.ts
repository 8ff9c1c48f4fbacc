import { eventsOf } from '#kernel/flow/events.ts'
import { restreeting } from '#kernel/flow/restreeting.ts'
import { serves } from '#kernel/register/serve.ts'
import { type Plot, sending, type Wing } from '#kernel/wing.ts'
import { errands } from './capability.ts'
import { addErrandRoutes } from './routes.ts'
import { forgetErrands } from './store/forget.ts'
import { errandsAtPost, errandsOnGrid, hangsOnErrands } from './store/hanging.ts'
import { errandHeadlines } from './store/headlines.ts'
import { servedErrandItems } from './store/items.ts'
import { errandsHeld } from './store/takingAlong.ts'

export const errandsWing = ({ house, store, districtOf }: Plot): Wing => ({
  routes: (app) => addErrandRoutes(app, house, store, districtOf),
  senders: sending(house, errands),
  events: eventsOf(errands.flow),
  headlines: { [errands.flow.name]: errandHeadlines },
  registers: [serves(servedErrandItems)],
  onUnits: [hangsOnErrands],
  onGrids: [errandsOnGrid],
  atPosts: [errandsAtPost],
  forgets: [forgetErrands],
  holds: [errandsHeld(house)],
  rounds: [{ name: 'errandsRestreeted', every: 10, at: 3, work: restreeting(house, errands) }],
})
