import { serves } from '#kernel/register/serve.ts'
import type { Plot, Wing } from '#kernel/wing.ts'
import { addGridRoutes } from './routes.ts'
import { following } from './store/following.ts'
import { hangsOnGrid, hangsOnNetworks } from './store/hanging.ts'
import { reminding } from './store/reminding.ts'
import { servedGroups, servedNetworks, servedPartTime, servedReinforcements } from './store/served.ts'

export const gridsWing = ({ house, districtOf }: Plot): Wing => ({
  routes: (app) => addGridRoutes(app, house, districtOf),
  registers: [serves(servedNetworks), serves(servedGroups), serves(servedReinforcements), serves(servedPartTime)],
  onUnits: [hangsOnNetworks],
  onGrids: [hangsOnGrid],
  rounds: [
    { name: 'followed', every: 60, at: 15, work: following(house) },
    { name: 'reminded', every: 600, at: 30, work: reminding(house) },
  ],
})
