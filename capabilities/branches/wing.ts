import { serves } from '#kernel/register/serve.ts'
import { type Plot, sending, type Wing } from '#kernel/wing.ts'
import { declarations } from './capability.ts'
import { addBranchRoutes } from './routes.ts'
import { forgetDeclarations } from './store/forget.ts'
import { hangsOnBranches } from './store/hanging.ts'
import { servedBranches } from './store/served.ts'
import { declarationsHeld } from './store/takingAlong.ts'

/** Of who declared nothing is told outside: no webhook hears of it. */
export const branchesWing = ({ house, districtOf }: Plot): Wing => ({
  routes: (app) => addBranchRoutes(app, house, districtOf),
  senders: sending(house, declarations),
  registers: [serves(servedBranches)],
  onUnits: [hangsOnBranches],
  forgets: [forgetDeclarations],
  holds: [declarationsHeld(house)],
})
