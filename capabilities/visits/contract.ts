import { type Static, Type } from 'typebox'
import { rhythms } from '#capabilities/grids/contract/kinds.ts'
import { Day, Instant } from '#kernel/moments.ts'
import { Text } from '#kernel/text.ts'
import { Uuid } from '#kernel/uuid.ts'
import { Personal, Secret } from '#kernel/vault/personal.ts'
import { keysOf, Words } from '#kernel/words.ts'

const closed = { additionalProperties: false }

/** A service item of a network, as it is called there. */
export const Item = Type.Object({ network: Type.String({ minLength: 1, maxLength: 60 }), what: Text(120) }, closed)
export type Item = Static<typeof Item>

const known = {
  district: Type.String(),
  id: Uuid,
  version: Type.Integer({ minimum: 0 }),
  grid: Type.String(),
  community: Type.String(),
  street: Type.String(),
  /** The day alone: nobody clocks in, and nobody is followed. */
  on: Day,
  done: Type.Array(Item, { minItems: 1, maxItems: 60 }),
  /** It lies in the vault, but for those of before that was so: who is at home where is in it, whatever one asks for. */
  note: Type.Optional(Type.Union([Secret, Text(300)])),
  by: Type.Object({ id: Type.String(), name: Type.String() }, closed),
  madeAt: Instant,
}

/** A visit or round in a grid (走访), which serves all its networks at once. */
export const Visit = Type.Union([
  Type.Object({ ...known, state: Type.Literal('made') }, closed),
  Type.Object({ ...known, state: Type.Literal('takenBack'), takenBackAt: Instant }, closed),
])
export type Visit = Static<typeof Visit>

export const Make = Type.Object(
  { on: Day, done: Type.Array(Item, { minItems: 1, maxItems: 60 }), note: Type.Optional(Personal(Text(300))) },
  closed,
)
export const Nothing = Type.Object({}, closed)

/** A visit as it is read: its note by those of the grid, its community and street alone. */
export const SeenVisit = Type.Object(
  {
    ...{ id: Uuid, version: Type.Integer(), state: Type.Enum(['made', 'takenBack']), grid: Type.String(), on: Day },
    ...{ done: Type.Array(Item), note: Type.Optional(Type.String()), by: Type.String(), madeAt: Instant },
  },
  closed,
)
export type SeenVisit = Static<typeof SeenVisit>

/** A service item of a grid: when it was done last, and when it is due again; none where it is done as needed. */
export const Due = Type.Object({
  ...Item.properties,
  networkName: Words,
  by: Type.String(),
  rhythm: Type.Enum(keysOf(rhythms)),
  lastOn: Type.Optional(Day),
  dueOn: Type.Optional(Day),
})
export type Due = Static<typeof Due>

const { note: _note, ...outline } = SeenVisit.properties
/** A visit as a line of a list, which opens no note, and says only whether there is one. */
export const VisitRow = Type.Object({ ...outline, noted: Type.Boolean(), may: Type.Array(Type.String()) })
export type VisitRow = Static<typeof VisitRow>

/** What is due in a grid, the longest overdue first, and the visits of late. */
export const DueList = Type.Object({
  grid: Type.String(),
  name: Type.String(),
  today: Day,
  due: Type.Array(Due),
  visits: Type.Array(VisitRow),
})
export type DueList = Static<typeof DueList>

/** A grid with what one network asks of it: who looks after it, what is due there, and when it was last visited for it. */
export const GridDuties = Type.Object({
  ...{ code: Type.String(), name: Type.String(), level: Type.Integer(), dedicated: Type.Boolean() },
  community: Type.String({ description: 'its name' }),
  workers: Type.Array(Type.Object({ name: Type.String(), role: Type.String() })),
  duties: Type.Array(Due),
  open: Type.Integer({ description: 'how many of them are due' }),
  lastOn: Type.Optional(Day),
})
export type GridDuties = Static<typeof GridDuties>

/** What a network asks of many grids, a page of them, and which networks whoever asks may choose from. */
export const DutyList = Type.Object({
  networks: Type.Array(Type.Object({ code: Type.String(), name: Words })),
  network: Type.Optional(Type.String()),
  communities: Type.Array(Type.Object({ code: Type.String(), name: Type.String() })),
  today: Day,
  rows: Type.Array(GridDuties),
  more: Type.Boolean(),
})
export type DutyList = Static<typeof DutyList>
