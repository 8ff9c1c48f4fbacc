import { type Static, type TProperties, Type } from 'typebox'
import { Limit } from '#kernel/flow/limits.ts'
import { Post } from '#kernel/people/actor.ts'
import { Authority } from './inputs.ts'
import {
  Call,
  CategoryCode,
  Channel,
  Day,
  DeclineReason,
  Id,
  Instant,
  Kind,
  Part,
  Place,
  Rating,
  Resolution,
  SuspensionReason,
  Text,
  ThingKind,
  UnitCode,
  Urgency,
} from './terms.ts'

const closed = { additionalProperties: false }

/** What is known of a case in every state. Personal things are references into the vault. */
const known = {
  district: Type.String(),
  id: Id,
  version: Type.Integer({ minimum: 0 }),
  number: Type.String(),
  reportedAt: Instant,
  channel: Channel,
  category: CategoryCode,
  kind: Kind,
  urgency: Urgency,
  place: Place,
  reporter: Type.String(),
  /** A worker who filed it for someone, or met it on patrol (then there is no reporter to rate it). */
  filedBy: Type.Optional(Type.Object({ id: Type.String(), name: Type.String(), post: Post }, closed)),
  /** The query code of what a worker filed never was in their hands: it went to the caller's own telephone. */
  codePastStaff: Type.Optional(Type.Literal(true)),
  staffReported: Type.Boolean(),
  words: Type.String(),
  where: Type.Optional(Type.String()),
  name: Type.Optional(Type.String()),
  phone: Type.Optional(Type.String()),
  home: Type.Optional(Type.String()),
  /** Whether private handling units may be told name and telephone. */
  shareContact: Type.Boolean(),
  photos: Type.Array(Id, { maxItems: 9 }),
  /** Words of our own vocabulary that were found in the report: what lists show, since lists never open the vault. */
  gist: Type.Array(Type.String(), { maxItems: 6 }),
  followers: Type.Array(Type.String()),
  /** The units and grids that it is about, which therefore neither hold nor see it. */
  about: Type.Array(UnitCode),
  /** What stands there that it is about, as it was called when it was reported, and the post at whoever keeps it. */
  regards: Type.Optional(Type.Object({ kind: ThingKind, code: UnitCode, name: Text(60), keeper: Type.Optional(Post) }, closed)),
  protected: Type.Boolean(),
  /** To which authority it was reported, as the law demands of what is protected. */
  authority: Type.Optional(
    Type.Object({ to: Authority.properties.to, at: Instant, by: Type.String(), receipt: Type.Optional(Text(60)) }, closed),
  ),
  /** The post it came to first: where a return goes when nobody dispatched. */
  accepting: Post,
  routedBy: Type.Object({ zh: Type.String(), en: Type.String() }, closed),
  round: Type.Integer({ minimum: 1 }),
  limits: Type.Array(Limit),
  /** Days of pauses granted in this round. */
  pausedDays: Type.Optional(Type.Integer({ minimum: 0 })),
  /** How many limits were ever set: numbers them. */
  limitCount: Type.Integer({ minimum: 0 }),
  returns: Type.Integer({ minimum: 0 }),
  notSolved: Type.Integer({ minimum: 0 }),
  extendedDays: Type.Integer({ minimum: 0 }),
  extensions: Type.Integer({ minimum: 0 }),
  /** In whatever round. */
  everExtended: Type.Optional(Type.Literal(true)),
  contactTries: Type.Integer({ minimum: 0 }),
  /** When the last try was counted. */
  contactTriedAt: Type.Optional(Instant),
  contactedAt: Type.Optional(Instant),
  parts: Type.Array(Part),
  /** Units that had it before: they see its history, and nothing of the vault. */
  former: Type.Array(UnitCode),
  ratings: Type.Array(Rating),
  calls: Type.Optional(Type.Array(Call)),
  /** Whether the round that was resolved last is drawn to be called back about. */
  draw: Type.Optional(Type.Object({ round: Type.Integer(), is: Type.Boolean() }, closed)),
  remindedOn: Type.Optional(Day),
  /** How often the reporter was asked something on a day, the last day that they were. */
  askedOn: Type.Optional(Type.Object({ day: Day, times: Type.Integer() }, closed)),
  supervised: Type.Optional(Type.Boolean()),
  /** Who answers for this round by name, as a ruling has it. */
  leader: Type.Optional(Text(60)),
  /** What the holder asked the reporter, until it is answered. */
  question: Type.Union([Type.Object({ asked: Text(500), by: Type.String(), at: Instant }, closed), Type.Null()]),
  whistles: Type.Array(
    Type.Object({ id: Id, units: Type.Array(UnitCode), place: Text(200), at: Instant, came: Type.Array(UnitCode) }, closed),
  ),
  appealed: Type.Boolean(),
  /** Taken out of the rates: of which round it was asked last, and of which it was agreed. Where no rounds are named, of all. */
  excluded: Type.Optional(
    Type.Object(
      {
        ...{ ground: Text(500), askedBy: Type.String(), agreedBy: Type.Optional(Type.String()) },
        ...{ round: Type.Optional(Type.Integer()), rounds: Type.Optional(Type.Array(Type.Integer())) },
      },
      closed,
    ),
  ),
  /** The case it came of: was split from, or goes on from for whoever joined it. */
  origin: Type.Optional(Id),
  /** The first of all that it came from, as some cases have it; what an origin came from says it of each. */
  first: Type.Optional(Id),
  /** Whose it was before it became part of another: a follower's "not solved" comes back as a case of their own. */
  children: Type.Array(Id),
  outerId: Type.Optional(Type.String()),
  outerDueAt: Type.Optional(Instant),
  /** In which round the platform that it came from was told what became of it. */
  answeredOutside: Type.Optional(Type.Object({ round: Type.Integer(), at: Instant, by: Type.String() }, closed)),
  /** Approved for the public page of what was solved nearby. */
  summary: Type.Optional(Text(200)),
  /** Since when the summary, and the public photos, may be read by everybody: a worker approved them. */
  publishedAt: Type.Optional(Instant),
  publicPhotos: Type.Optional(Type.Array(Id)),
}

export const Known = Type.Object(known, closed)
export type Known = Static<typeof Known>

/** Who has it: a post, never nobody and never a person's name alone. */
const held = { ...known, holder: Post }
const TakenBy = Type.Object({ id: Type.String(), name: Type.String(), at: Instant }, closed)
const taken = { takenBy: TakenBy }
/** With a handling unit: who leads, who sent it there, and whether a ruling binds it (no return). */
const led = { ...held, lead: UnitCode, dispatchedBy: Post, bound: Type.Boolean() }
const asking = {
  extension: Type.Optional(Type.Object({ days: Type.Integer(), reason: Text(500), askedAt: Instant }, closed)),
  suspension: Type.Optional(Type.Object({ reason: SuspensionReason, until: Day, words: Text(500), askedAt: Instant }, closed)),
  ledgerAsked: Type.Optional(Type.Object({ missing: Text(500), plan: Text(1000) }, closed)),
}
const inHand = { ...led, ...taken, receivedAt: Instant, ...asking }
/** How a handling unit had it, kept while the case is elsewhere, for the way back. */
export const Work = Type.Object(
  { lead: UnitCode, dispatchedBy: Post, bound: Type.Boolean(), receivedAt: Instant, ...taken },
  closed,
)
export type Work = Static<typeof Work>
const worked = { work: Type.Optional(Work) }
const decline = Type.Object(
  {
    reason: DeclineReason,
    ground: Type.String(),
    door: Type.String(),
    words: Text(1000),
    outside: Type.Optional(Text(500)),
    at: Instant,
  },
  closed,
)

/**
 * What was left of limits when a case stopped being worked on, by step, in minutes of each one's clock: beside `leftMinutes`, what was left to
 * resolve it.
 */
const Left = Type.Record(Type.String(), Type.Integer())

const inState = <State extends string, Known extends TProperties>(state: State, fields: Known) =>
  Type.Object({ state: Type.Literal(state), ...fields }, closed)

export const ReportedCase = inState('reported', held)
/** In a post's hands; by whom it was taken is known where they took it, and not where it was given to the post, or given back. */
export const AcceptedCase = inState('accepted', { ...held, takenBy: Type.Optional(TakenBy) })
export const TriageCase = inState('triage', { ...held, desk: Type.Enum(['community', 'street', 'district']) })
export const DispatchedCase = inState('dispatched', led)
export const HandlingCase = inState('handling', inHand)
export const SuspendedCase = inState('suspended', {
  ...inHand,
  pause: Type.Object({ reason: SuspensionReason, until: Day, leftMinutes: Type.Integer(), left: Type.Optional(Left) }, closed),
})
export const LedgerCase = inState('ledger', {
  ...inHand,
  ledger: Type.Object(
    {
      ...{ leader: Text(60), plan: Text(1000), missing: Text(500), since: Instant },
      ...{ leftMinutes: Type.Optional(Type.Integer()), left: Type.Optional(Left) },
    },
    closed,
  ),
})
export const VerifyingCase = inState('verifying', { ...held, ...worked, resolution: Resolution })
export const ContestedCase = inState('contested', {
  ...held,
  ...worked,
  dispute: Type.Object(
    {
      why: Type.Enum(['returned', 'notSolved', 'decline']),
      words: Text(1000),
      rightBody: Type.Optional(UnitCode),
      decline: Type.Optional(DeclineReason),
    },
    closed,
  ),
})
export const ResolvedCase = inState('resolved', { ...known, ...worked, resolution: Resolution, closesAt: Instant })
export const ClosedCase = inState('closed', {
  ...known,
  ...worked,
  resolution: Resolution,
  closedAt: Instant,
  unrated: Type.Boolean(),
})
export const DeclinedCase = inState('declined', { ...known, decline, final: Type.Boolean() })
export const AppealedCase = inState('appealed', {
  ...held,
  decline,
  appeal: Type.Object({ words: Type.String(), at: Instant }, closed),
})
export const WithdrawnCase = inState('withdrawn', {
  ...known,
  withdrawnAt: Instant,
  /** As which case it goes on for those who joined it. */
  continuedAs: Type.Optional(Id),
})
export const MergedCase = inState('merged', {
  ...known,
  parent: Id,
  before: Post,
  /** Since when it waited for that post to accept it, where nobody had taken it yet. */
  waitedSince: Type.Optional(Instant),
  /** Who of its own had joined the other by themselves: they go on following it once this one is taken out again. */
  joined: Type.Optional(Type.Array(Type.String())),
})

export const Case = Type.Union([
  ReportedCase,
  AcceptedCase,
  TriageCase,
  DispatchedCase,
  HandlingCase,
  SuspendedCase,
  LedgerCase,
  VerifyingCase,
  ContestedCase,
  ResolvedCase,
  ClosedCase,
  DeclinedCase,
  AppealedCase,
  WithdrawnCase,
  MergedCase,
])
export type Case = Static<typeof Case>
export type State = Case['state']
export type CaseIn<Name extends State> = Extract<Case, { state: Name }>
/** A case that somebody holds. */
export type HeldCase = Extract<Case, { holder: Post }>
