import { type Static, Type } from 'typebox'
import { Instant } from '#kernel/moments.ts'
import { Post } from '#kernel/people/actor.ts'
import { Text } from '#kernel/text.ts'
import { Uuid } from '#kernel/uuid.ts'
import { keysOf } from '#kernel/words.ts'
import { Code, Committee, Member, Unit } from './entries.ts'
import { attendances, signers } from './kinds.ts'
import { most } from './most.ts'

const closed = { additionalProperties: false }
const Count = Type.Integer({ minimum: 0, maximum: 120 })

/** A seat that is taken on the day of a meeting, by its number in this meeting, and by whom. */
const { name, organisation, office, post } = Member.properties
const Seat = Type.Object({ seat: Type.Integer({ minimum: 1 }), name, organisation, office, post }, closed)
export type Seat = Static<typeof Seat>

/** Who recuses from an item (回避): does not vote on it, and counts no seat for it. */
const Recusal = Type.Object({ seat: Type.Integer({ minimum: 1 }), because: Text(200) }, closed)

const Votes = { recused: Type.Array(Recusal, { maxItems: 60 }), for: Count, against: Count, abstained: Count }
const Vote = Type.Object({ ...Votes, passed: Type.Boolean() }, closed)

/** What a passed item became. */
const Resolution = Type.Object({ number: Type.String({ maxLength: 100 }), text: Text(2000), public: Type.Boolean() }, closed)
export type Resolution = Static<typeof Resolution>

/** What is on the agenda: who presents it, and whether it is voted on. */
const Planned = Type.Object({ subject: Text(100), presenter: Text(40), decides: Type.Boolean() }, closed)
const AgendaItem = Type.Object(
  { ...Planned.properties, vote: Type.Optional(Vote), resolution: Type.Optional(Resolution) },
  closed,
)
export type AgendaItem = Static<typeof AgendaItem>

const Attended = Type.Object({ seat: Type.Integer({ minimum: 1 }), is: Type.Enum(keysOf(attendances)) }, closed)
export type Attended = Static<typeof Attended>

const Draft = Type.Object({ text: Text(20_000), by: Type.String(), at: Instant }, closed)
const Remark = Type.Object({ words: Text(1000), by: Type.String(), at: Instant }, closed)
const Signature = Type.Object({ as: Type.Enum(keysOf(signers)), account: Type.String(), by: Type.String(), at: Instant }, closed)
const PutOff = Type.Object({ from: Instant, because: Text(500), at: Instant }, closed)

const known = {
  district: Type.String(),
  id: Uuid,
  version: Type.Integer({ minimum: 0 }),
  committee: Code,
  committeeName: Type.String(),
  unit: Unit,
  seats: Committee.properties.seats,
  quorum: Committee.properties.quorum,
  members: Type.Array(Seat, { maxItems: 120 }),
  startsAt: Instant,
  endsAt: Instant,
  venue: Text(100),
  agenda: Type.Array(AgendaItem, { minItems: 1, maxItems: 30 }),
  /** The signed meeting whose minutes this one corrects. */
  corrects: Type.Optional(Uuid),
  putOffs: Type.Array(PutOff, { maxItems: most.putOffs }),
  /** How often its time, place, members or standing changed, and when last: what calendars go by. */
  sequence: Type.Integer({ minimum: 0 }),
  changedAt: Instant,
}
const Correction = Type.Object({ because: Text(500), by: Type.String(), at: Instant }, closed)
/** Who holds an office by which minutes are signed since the meeting. */
const Successor = Type.Object({ office: Type.Enum(keysOf(signers)), name, post: Post }, closed)
const held = {
  ...known,
  attendance: Type.Array(Attended, { maxItems: 120 }),
  /** What was put right of it since, of when, where and what it was about. */
  corrections: Type.Optional(Type.Array(Correction, { maxItems: most.corrections })),
}
const minuted = {
  ...held,
  drafts: Type.Array(Draft, { minItems: 1, maxItems: most.drafts }),
  remarks: Type.Array(Remark, { maxItems: most.remarks }),
  signatures: Type.Array(Signature, { maxItems: 2 }),
  /** Those sign too, beside who held the offices on the day of the meeting. */
  signers: Type.Optional(Type.Array(Successor, { maxItems: 2 })),
}

/** A meeting of a committee, state by state. */
export const Meeting = Type.Union([
  Type.Object({ ...known, state: Type.Literal('planned') }, closed),
  Type.Object({ ...known, state: Type.Literal('called') }, closed),
  Type.Object({ ...held, state: Type.Literal('held') }, closed),
  Type.Object({ ...minuted, state: Type.Literal('minuted') }, closed),
  Type.Object({ ...minuted, state: Type.Literal('signed'), signedAt: Instant }, closed),
  Type.Object({ ...known, state: Type.Literal('cancelled'), because: Text(500) }, closed),
])
export type Meeting = Static<typeof Meeting>

const when = { startsAt: Instant, endsAt: Instant }
const agenda = Type.Array(Planned, { minItems: 1, maxItems: 30 })
const item = Type.Integer({ minimum: 1, maximum: 30, description: 'its number on the agenda' })
export const Plan = Type.Object({ committee: Code, ...when, venue: Text(100), agenda, corrects: Type.Optional(Uuid) }, closed)
export const Amend = Type.Object({ venue: Text(100), agenda }, closed)
export const Nothing = Type.Object({}, closed)
export const PutOffTo = Type.Object({ ...when, because: Text(500) }, closed)
export const Correct = Type.Object({ ...when, venue: Text(100), agenda, because: Text(500) }, closed)
export const Cancel = Type.Object({ because: Text(500) }, closed)
export const Hold = Type.Object({ attendance: Type.Array(Attended, { minItems: 1, maxItems: 120 }) }, closed)
export const TakeVote = Type.Object({ item, ...Votes }, closed)
export const Resolve = Type.Object(
  { item, text: Text(2000), public: Type.Optional(Type.Boolean({ description: 'not, if left out' })) },
  closed,
)
export const Minute = Type.Object({ text: Text(20_000) }, closed)
export const MakeRemark = Type.Object({ words: Text(1000) }, closed)
export const Sign = Type.Object(
  {
    drafts: Type.Integer({ minimum: 1, description: 'the version that was read' }),
    corrections: Type.Optional(
      Type.Integer({ minimum: 0, description: 'how many corrections of the meeting were read; 0 if left out' }),
    ),
  },
  closed,
)

const { district: _district, ...shown } = known
/** A meeting as everybody reads it who sees it. Of the account that signed nothing is told but the name. */
export const SeenMeeting = Type.Object(
  {
    ...shown,
    state: Type.Enum(['planned', 'called', 'held', 'minuted', 'signed', 'cancelled']),
    members: Type.Array(Type.Object({ seat: Type.Integer(), name, organisation, office }, closed)),
    needed: Type.Integer({ description: 'so many seats make a quorum' }),
    hasQuorum: Type.Optional(Type.Boolean()),
    attendance: Type.Optional(Type.Array(Attended)),
    corrections: held.corrections,
    drafts: Type.Optional(Type.Array(Draft)),
    remarks: Type.Optional(Type.Array(Remark)),
    signatures: Type.Optional(Type.Array(Type.Omit(Signature, ['account']))),
    signers: Type.Optional(Type.Array(Type.Omit(Successor, ['post']))),
    signedAt: Type.Optional(Instant),
    because: Type.Optional(Type.String()),
  },
  closed,
)
export type SeenMeeting = Static<typeof SeenMeeting>

/** A meeting as a line of a list. */
export const MeetingRow = Type.Object(
  {
    ...{ id: Uuid, state: SeenMeeting.properties.state, committee: Code, committeeName: Type.String() },
    ...{ startsAt: Instant, venue: Type.String(), subjects: Type.Array(Type.String()) },
  },
  closed,
)
export type MeetingRow = Static<typeof MeetingRow>
export const MeetingPage = Type.Object({ rows: Type.Array(MeetingRow), more: Type.Boolean() })
export type MeetingPage = Static<typeof MeetingPage>
