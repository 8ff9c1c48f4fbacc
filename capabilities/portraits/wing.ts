import { type Plot, sending, type Wing } from '#kernel/wing.ts'
import { portraits } from './capability.ts'
import { addPortraitRoutes } from './routes.ts'
import { forgetPortraits, portraitsHeld } from './store/forget.ts'
import { parting } from './store/parting.ts'
import { portraitsOnGrid } from './store/portraits.ts'

/** Of a worker's photo nothing is told outside: no webhook hears of it. */
export const portraitsWing = ({ house, store, districtOf }: Plot): Wing => ({
  routes: (app) => addPortraitRoutes(app, { house, store, districtOf }),
  senders: sending(house, portraits),
  onGrids: [portraitsOnGrid],
  forgets: [forgetPortraits],
  holds: [portraitsHeld(house)],
  rounds: [{ name: 'parted', every: 60, at: 45, work: parting(house) }],
})
