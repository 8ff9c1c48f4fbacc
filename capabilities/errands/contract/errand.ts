import { type Static, Type } from 'typebox'
import { Instant } from '#kernel/moments.ts'
import { Post } from '#kernel/people/actor.ts'
import { Text } from '#kernel/text.ts'
import { Uuid } from '#kernel/uuid.ts'
import { Secret } from '#kernel/vault/personal.ts'
import { keysOf } from '#kernel/words.ts'
import { ErrandItem, ItemCode, Needed } from './item.ts'
import { paperStates, passings, signings, states } from './kinds.ts'

const closed = { additionalProperties: false }
const Code = Type.String({ minLength: 1, maxLength: 60 })
export const Side = Type.Enum(['resident', 'helper'])
export type Side = Static<typeof Side>

/** How somebody without an account confirms: they sign on the helper's screen, or a slip of paper that is photographed. */
export const Signed = Type.Object({ as: Type.Enum(keysOf(signings)), photo: Uuid }, closed)
export type Signed = Static<typeof Signed>

/** Money, in fen; a helper takes no more along than ten thousand yuan. */
export const Amount = Type.Integer({ minimum: 0, maximum: 1_000_000 })

/** A paper changes hands (交接): one side says so, perhaps with a photo of it, the other confirms. */
const Handover = Type.Object(
  {
    ...{ to: Side, saidBy: Side, saidAt: Instant, photo: Type.Optional(Uuid) },
    /** Of money: how much, in fen. */
    amount: Type.Optional(Amount),
    ...{ confirmedBy: Type.Optional(Side), confirmedAt: Type.Optional(Instant), signed: Type.Optional(Signed) },
    /** Whether the other side was reminded of it. */
    reminded: Type.Optional(Type.Boolean()),
  },
  closed,
)

/** By whose hand of the community a paper moved where no two were left to confirm it: with the errand, whose helper's post had nobody any more, or for a resident who was erased. */
const Passing = Type.Object({ how: Type.Enum(keysOf(passings)), by: Type.String(), at: Instant }, closed)

/** A paper of an errand: where it is, and through whose hands it went. */
export const Paper = Type.Object(
  {
    ...Needed.properties,
    state: Type.Enum(keysOf(paperStates)),
    handovers: Type.Array(Handover),
    passed: Type.Optional(Type.Array(Passing)),
    /** What is done about it, where it is lost; and where it was until then. */
    remedy: Type.Optional(Text(300)),
    lostFrom: Type.Optional(Type.Enum(['handedOver', 'withDepartment'])),
  },
  closed,
)
export type Paper = Static<typeof Paper>

const what = {
  district: Type.String(),
  id: Uuid,
  version: Type.Integer({ minimum: 0 }),
  /** Of the item, as are the facts that follow: an errand keeps what was true when it was asked for. */
  code: ItemCode,
  itemName: ErrandItem.properties.name,
  kind: ErrandItem.properties.kind,
  department: ErrandItem.properties.department,
  days: ErrandItem.properties.days,
  hours: ErrandItem.properties.hours,
  letter: ErrandItem.properties.letter,
  community: Code,
  communityName: Type.String(),
  street: Type.Optional(Code),
}
const known = {
  ...what,
  /** The account of whoever asked, and nothing else of them; of somebody without one, the party that only this errand has. */
  resident: Type.String(),
  /** What somebody without an account is called, and where the helper reaches whoever asks, as they said. */
  name: Type.Optional(Secret),
  phone: Type.Optional(Secret),
  placeName: Type.String(),
  note: Type.Optional(Secret),
  atHome: Type.Boolean(),
  half: Type.Optional(Type.Enum(['morning', 'afternoon'])),
  papers: Type.Array(Paper),
  requestedAt: Instant,
  /** By when whoever has it goes on with it, and whether they were reminded. */
  dueAt: Type.Optional(Instant),
  reminded: Type.Optional(Type.Boolean()),
}
/** The helper's name is known once they have begun. */
const helped = { helper: Post, helperName: Type.Optional(Type.String()) }
const begun = { helper: Post, helperName: Type.String() }
/** That it was erased as the resident asked: how they asked, who did it, and when. */
const Erased = Type.Object({ because: Text(300), by: Type.String(), at: Instant }, closed)
const erased = { erased: Type.Optional(Erased) }
const ended = { ...erased, endedAt: Instant, helper: Type.Optional(Post), helperName: Type.Optional(Type.String()) }
/** What the resident says in the end. Their words lie in the vault, but for those of before that was so. */
const Rating = Type.Object({ satisfied: Type.Boolean(), words: Type.Optional(Type.Union([Secret, Text(300)])) }, closed)

/** An errand (红色代办), state by state. */
export const Errand = Type.Union([
  Type.Object({ ...known, state: Type.Literal('requested') }, closed),
  Type.Object({ ...known, ...helped, state: Type.Literal('assigned') }, closed),
  Type.Object({ ...known, ...begun, state: Type.Literal('collecting') }, closed),
  Type.Object({ ...known, ...begun, state: Type.Literal('submitted'), submittedAt: Instant }, closed),
  Type.Object({ ...known, ...begun, state: Type.Literal('rejected'), because: Text(300), missing: Text(300) }, closed),
  Type.Object({ ...known, ...begun, state: Type.Literal('done'), endedAt: Instant }, closed),
  Type.Object(
    { ...known, ...begun, ...erased, state: Type.Literal('confirmed'), endedAt: Instant, rating: Type.Optional(Rating) },
    closed,
  ),
  Type.Object({ ...known, ...ended, state: Type.Literal('withdrawn') }, closed),
  Type.Object({ ...known, ...ended, state: Type.Literal('declined'), because: Text(300) }, closed),
  Type.Object({ ...what, state: Type.Literal('recorded'), endedAt: Instant }, closed),
])
export type Errand = Static<typeof Errand>
export type In<State extends Errand['state']> = Extract<Errand, { state: State }>

/** An errand as its readers see it: what is about the person only the resident, the helper and the community. */
export const SeenErrand = Type.Object(
  {
    id: Uuid,
    version: Type.Integer(),
    state: Type.Enum(keysOf(states)),
    /** What people call it: the end of its id, in digits. */
    number: Type.String(),
    hours: ErrandItem.properties.hours,
    itemName: ErrandItem.properties.name,
    ...{ code: ItemCode, kind: what.kind, department: what.department, letter: what.letter },
    ...{ community: Code, communityName: Type.String() },
    requestedAt: Type.Optional(Instant),
    dueAt: Type.Optional(Instant),
    endedAt: Type.Optional(Instant),
    placeName: Type.Optional(Type.String()),
    name: Type.Optional(Type.String()),
    /** Half hidden. */
    phone: Type.Optional(Type.String()),
    note: Type.Optional(Type.String()),
    atHome: Type.Optional(Type.Boolean()),
    half: known.half,
    papers: Type.Array(Paper),
    helper: Type.Optional(Post),
    helperName: Type.Optional(Type.String()),
    because: Type.Optional(Type.String()),
    missing: Type.Optional(Type.String()),
    rating: Type.Optional(Type.Object({ satisfied: Type.Boolean(), words: Type.Optional(Type.String()) }, closed)),
    ...erased,
    /** On which side of a handover its reader stands. */
    side: Type.Optional(Side),
  },
  closed,
)
export type SeenErrand = Static<typeof SeenErrand>

export const ErrandRow = Type.Object({ ...SeenErrand.properties, may: Type.Array(Type.String()) }, closed)
export type ErrandRow = Static<typeof ErrandRow>
export const ErrandPage = Type.Object({ rows: Type.Array(ErrandRow), more: Type.Boolean() })
export type ErrandPage = Static<typeof ErrandPage>

/** How to reach whoever it is for, whole: for whoever says why. */
export const Contact = Type.Object({ name: Type.Optional(Type.String()), phone: Type.Optional(Type.String()) }, closed)
export type Contact = Static<typeof Contact>

/** A post that may be asked to help in a community. */
export const Helper = Type.Object(
  { ...Post.properties, name: Type.String(), unitName: Type.String({ description: 'of their community or grid' }) },
  closed,
)
export type Helper = Static<typeof Helper>
