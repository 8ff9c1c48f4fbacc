import { serves } from '#kernel/register/serve.ts'
import type { Plot, Wing } from '#kernel/wing.ts'
import type { Stations } from './capability.ts'
import { addCoverageRoutes } from './routes/coverage.ts'
import { addStationPhotoRoutes } from './routes/photos.ts'
import { addTendingRoutes } from './routes/tending.ts'
import { addStationRoutes } from './routes.ts'
import { servedStations } from './store/facts.ts'
import { hangsOnStations } from './store/hanging.ts'

export const stationsWing = ({ house, store, districtOf }: Plot, stations: Stations): Wing => ({
  routes: (app) => {
    addCoverageRoutes(app, house, stations)
    addTendingRoutes(app, house, stations)
    addStationRoutes({ app, house, districtOf, ...stations })
    addStationPhotoRoutes({ app, house, store, districtOf })
  },
  registers: [serves(servedStations)],
  onUnits: [hangsOnStations],
})
