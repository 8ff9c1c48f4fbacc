import { eventsOf } from '#kernel/flow/events.ts'
import { serves } from '#kernel/register/serve.ts'
import { type Plot, sending, type Wing } from '#kernel/wing.ts'
import { meetings, tasks } from './capability.ts'
import { addCommitteeRoutes } from './routes.ts'
import { hangsOnCommittees, minutesAtPost, tasksAtPost } from './store/hanging.ts'
import { servedCommitteeKinds, servedCommittees } from './store/served.ts'

export const committeesWing = ({ house, store, districtOf }: Plot): Wing => ({
  routes: (app) => addCommitteeRoutes(app, house, districtOf, store),
  senders: { ...sending(house, meetings), ...sending(house, tasks) },
  events: [...eventsOf(meetings.flow), ...eventsOf(tasks.flow)],
  registers: [serves(servedCommitteeKinds), serves(servedCommittees)],
  onUnits: [hangsOnCommittees],
  atPosts: [tasksAtPost, minutesAtPost],
})
