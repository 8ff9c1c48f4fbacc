import { type Static, Type } from 'typebox'
import { Day, Instant } from '#kernel/moments.ts'
import { Post } from '#kernel/people/actor.ts'
import { Text } from '#kernel/text.ts'
import { Uuid } from '#kernel/uuid.ts'
import { Code, Unit } from './entries.ts'
import { most } from './most.ts'

const closed = { additionalProperties: false }
const Said = Type.Object({ words: Text(1000), by: Type.String(), at: Instant }, closed)
const PutOff = Type.Object({ from: Day, because: Text(500), at: Instant }, closed)

const known = {
  district: Type.String(),
  id: Uuid,
  version: Type.Integer({ minimum: 0 }),
  meeting: Uuid,
  committee: Code,
  committeeName: Type.String(),
  unit: Unit,
  /** The secretary of the committee at that meeting, if they have a post in the product. */
  secretary: Type.Optional(Post),
  number: Type.String({ maxLength: 100 }),
  resolution: Text(2000),
  subject: Text(200),
  /** Its resolution is public: everybody may know how far it is. */
  public: Type.Optional(Type.Literal(true)),
  holder: Post,
  holderName: Type.String(),
  limit: Day,
  assignedAt: Instant,
  progress: Type.Array(Said, { maxItems: most.reports }),
  givenBack: Type.Array(Said, { maxItems: most.returns }),
  putOffs: Type.Array(PutOff, { maxItems: most.putOffs }),
  /** Since when it has been known that its limit is past. */
  overdueAt: Type.Optional(Instant),
}
const photos = Type.Array(Uuid, { maxItems: 6, uniqueItems: true })
const done = {
  ...{ did: Text(1000), photos: Type.Optional(photos), doneBy: Type.String(), doneAt: Instant },
  /** The account of whoever said so: somebody else accepts it. */
  account: Type.Optional(Type.String()),
}

/** A task that a resolution gives to a unit (议定事项), state by state. */
export const Task = Type.Union([
  Type.Object({ ...known, state: Type.Literal('assigned') }, closed),
  Type.Object({ ...known, ...done, state: Type.Literal('done') }, closed),
  Type.Object({ ...known, ...done, state: Type.Literal('accepted'), acceptedBy: Type.String(), acceptedAt: Instant }, closed),
])
export type Task = Static<typeof Task>

export const Assign = Type.Object(
  { meeting: Uuid, item: Type.Integer({ minimum: 1, maximum: 30 }), subject: Text(200), holder: Unit, limit: Day },
  closed,
)
export const Report = Type.Object({ words: Text(1000) }, closed)
export const Finish = Type.Object({ did: Text(1000), photos: Type.Optional(photos) }, closed)
export const Accept = Type.Object({}, closed)
export const GiveBack = Type.Object({ because: Text(1000) }, closed)
export const PutOffTo = Type.Object({ limit: Day, because: Text(500) }, closed)
export const Nothing = Type.Object({}, closed)

const { district: _district, secretary: _secretary, ...shown } = known
/** A task as everybody reads it who sees it. */
export const SeenTask = Type.Object(
  {
    ...shown,
    state: Type.Enum(['assigned', 'done', 'accepted']),
    overdue: Type.Boolean(),
    did: Type.Optional(Type.String()),
    photos: Type.Optional(photos),
    doneBy: Type.Optional(Type.String()),
    doneAt: Type.Optional(Instant),
    acceptedBy: Type.Optional(Type.String()),
    acceptedAt: Type.Optional(Instant),
  },
  closed,
)
export type SeenTask = Static<typeof SeenTask>

/** A task as a line of a list. */
export const TaskRow = Type.Object(
  {
    ...{ id: Uuid, state: SeenTask.properties.state, committeeName: Type.String(), number: Type.String() },
    ...{ subject: Type.String(), holderName: Type.String(), limit: Day, overdue: Type.Boolean() },
  },
  closed,
)
export type TaskRow = Static<typeof TaskRow>
export const TaskPage = Type.Object({ rows: Type.Array(TaskRow), more: Type.Boolean() })
export type TaskPage = Static<typeof TaskPage>
