import { eventsOf } from '#kernel/flow/events.ts'
import { restreeting } from '#kernel/flow/restreeting.ts'
import { serves } from '#kernel/register/serve.ts'
import { type Plot, sending, untilNone, type Wing } from '#kernel/wing.ts'
import type { Cases } from './capability.ts'
import { addCaseRoutes } from './routes.ts'
import { forgetCases } from './store/forget.ts'
import { hangsOnCases, workAtPost } from './store/hanging.ts'
import { headlinesIn } from './store/headlines.ts'
import { streetsBy } from './store/inStreets.ts'
import { redrawChanged } from './store/redraw.ts'
import { regridding } from './store/regridding.ts'
import { servedCategories } from './store/served.ts'
import { timeSeers } from './store/sides.ts'
import { casesHeld } from './store/takingAlong.ts'
import { fillWords } from './store/words.ts'

export const casesWing = ({ house, store, districtOf }: Plot, cases: Cases): Wing => ({
  routes: (app) => addCaseRoutes(app, { house, cases, store, districtOf }),
  senders: sending(house, cases),
  events: eventsOf(cases.flow),
  headlines: { [cases.flow.name]: headlinesIn(cases) },
  registers: [serves(servedCategories)],
  onUnits: [hangsOnCases],
  atPosts: [workAtPost],
  forgets: [forgetCases],
  holds: [casesHeld(house, cases)],
  rounds: [
    { name: 'regridded', every: 1, at: 0, work: regridding(house, cases) },
    { name: 'restreeted', every: 1, at: 0, work: restreeting(house, cases, { streetsOf: streetsBy(cases) }) },
    { name: 'filled', every: 3600, at: 0, work: (district) => untilNone(() => fillWords(house.database, house.ring, district)) },
    { name: 'timed', every: 60, at: 0, work: (district) => timeSeers(house.database, district) },
    { name: 'redrawn', every: 3600, at: 0, work: (district) => redrawChanged(house.database, district) },
  ],
})
