import { type Static, Type } from 'typebox'
import { Day, Instant } from '#kernel/moments.ts'
import { Words } from '#kernel/words.ts'
import { Code, Member, Unit } from './entries.ts'
import { SeenTask } from './task.ts'

const closed = { additionalProperties: false }
const { name, organisation, office } = Member.properties

const Sitting = Type.Object({ name, organisation, office }, closed)
const Coming = Type.Object({ startsAt: Instant, venue: Type.String() }, closed)
const Shown = { code: Code, name: Type.String(), members: Type.Array(Sitting), next: Type.Optional(Coming) }

/** A special committee as everybody may know it. */
const PublicSpecial = Type.Object({ ...Shown, kind: Words }, closed)

/** A governance committee as everybody may know it: who sits there today, by name, organisation and office, and when it meets next. */
export const PublicCommittee = Type.Object(
  { ...Shown, unit: Unit, unitName: Type.String(), special: Type.Array(PublicSpecial) },
  closed,
)
export type PublicCommittee = Static<typeof PublicCommittee>

const PublicTask = Type.Object(
  {
    ...{ subject: Type.String(), holderName: Type.String(), state: SeenTask.properties.state },
    limit: Day,
    overdue: Type.Boolean(),
  },
  closed,
)
export type PublicTask = Static<typeof PublicTask>

/** What was resolved in public, and how far the tasks are that came of it. */
export const PublicResolution = Type.Object(
  {
    ...{ number: Type.String(), committeeName: Type.String(), subject: Type.String(), text: Type.String() },
    ...{ decidedOn: Day, tasks: Type.Array(PublicTask) },
  },
  closed,
)
export type PublicResolution = Static<typeof PublicResolution>

export const PublicPage = Type.Object({
  committees: Type.Array(PublicCommittee),
  resolutions: Type.Array(PublicResolution),
  more: Type.Boolean(),
})
export type PublicPage = Static<typeof PublicPage>
