import { type Static, Type } from 'typebox'
import { Post } from '#kernel/people/actor.ts'
import { Telephone } from '#kernel/text.ts'
import { Personal } from '#kernel/vault/personal.ts'
import {
  CategoryCode,
  Concerned,
  Day,
  DeclineReason,
  Id,
  Instant,
  Kind,
  Level,
  Outcome,
  ReturnReason,
  SuspensionReason,
  Text,
  ThingKind,
  UnitCode,
  Urgency,
} from './terms.ts'

const closed = { additionalProperties: false }
const object = <Fields extends Parameters<typeof Type.Object>[0]>(fields: Fields) => Type.Object(fields, closed)
const photos = Type.Optional(Type.Array(Id, { maxItems: 9, uniqueItems: true }))

const concerns = Type.Optional(Type.Array(Concerned, { maxItems: 4, uniqueItems: true }))

/** A place as a reporter gives it: a point that says its coordinate system, or the code of a grid, estate, building or door. */
export const GivenPlace = object({
  point: Type.Optional(object({ longitude: Type.Number(), latitude: Type.Number(), system: Type.Enum(['wgs84', 'gcj02']) })),
  code: Type.Optional(Type.String({ minLength: 1, maxLength: 60 })),
})

/** 报单. Without an account, or for somebody else, or by a worker on patrol. `id` may be made by the phone. */
export const Report = object({
  id: Type.Optional(Id),
  words: Personal(Text(5000)),
  place: GivenPlace,
  /** The place in words: "by the east gate", "unit 2, third floor". */
  where: Type.Optional(Personal(Text(200))),
  category: Type.Optional(CategoryCode),
  kind: Type.Optional(Kind),
  urgency: Type.Optional(Urgency),
  photos,
  name: Type.Optional(Personal(Text(40))),
  phone: Type.Optional(Personal(Telephone)),
  home: Type.Optional(Personal(Text(200))),
  shareContact: Type.Optional(Type.Boolean()),
  /** For whom: a caller, a visitor, whoever wrote it in a grid's chat group; or met on patrol. Staff only. */
  as: Type.Optional(Type.Enum(['phone', 'counter', 'chat', 'patrol'])),
  /** It is about these units themselves: they are passed over and do not see it. */
  about: Type.Optional(Type.Array(UnitCode, { maxItems: 5 })),
  /** The same, of those who look after the place, for whoever does not know their codes. */
  concerns,
  /** What stands there that it is about, by its code: it comes to the community, and whoever keeps it hears of it. */
  regards: Type.Optional(object({ kind: ThingKind, code: UnitCode })),
  outerId: Type.Optional(Text(60)),
  outerDueAt: Type.Optional(Instant),
})

export const Nothing = object({})
export const WithWords = object({ words: Text(1000) })
export const MaybeWords = object({ words: Type.Optional(Text(1000)) })
export const PersonalWords = object({ words: Personal(Text(1000)) })

export const Solve = object({
  outcome: Outcome,
  done: Text(2000),
  rightBody: Type.Optional(UnitCode),
  because: Type.Optional(Text(500)),
  photos,
  summary: Type.Optional(Text(200)),
})
export const Answer = object({ done: Text(2000) })
export const Escalate = WithWords
export const SendDown = object({ words: Text(1000) })
export const Dispatch = object({
  lead: UnitCode,
  assisting: Type.Optional(Type.Array(object({ unit: UnitCode, task: Text(500) }), { maxItems: 8 })),
  words: Type.Optional(Text(1000)),
})
export const Whistle = object({
  units: Type.Array(UnitCode, { minItems: 1, maxItems: 12, uniqueItems: true }),
  place: Text(200),
  at: Instant,
})
export const Attend = object({ whistle: Id, people: Text(200), agreed: Text(1000) })
export const Contact = object({
  channel: Type.Enum(['telephone', 'visit', 'message']),
  reached: Type.Boolean(),
  result: Text(500),
})
export const Contribute = object({ answer: Text(2000) })
export const Relieve = object({ unit: UnitCode, words: Text(500) })
export const Return = object({ reason: ReturnReason, words: Text(1000), rightBody: UnitCode })
export const Transfer = object({ lead: UnitCode, words: Text(1000) })
export const Rule = object({
  decision: Type.Enum(['dispatch', 'keep', 'grid', 'triage', 'ledger', 'decline']),
  lead: Type.Optional(UnitCode),
  assisting: Type.Optional(Type.Array(object({ unit: UnitCode, task: Text(500) }), { maxItems: 8 })),
  /** The duty it rests on: a line of the list of powers and duties (权责清单、履职清单). */
  duty: Text(500),
  words: Text(1000),
  /** Who answers for the new round by name, after a second "not solved". */
  leader: Type.Optional(Text(60)),
  decline: Type.Optional(DeclineReason),
  outside: Type.Optional(Text(500)),
  plan: Type.Optional(Text(1000)),
})
export const AskExtension = object({ days: Type.Integer({ minimum: 1, maximum: 10 }), reason: Text(500) })
/** `outerDueAt`: the new limit of the platform that it came from, which agreed to it. */
export const GrantExtension = object({ words: Type.Optional(Text(1000)), outerDueAt: Type.Optional(Instant) })
export const AskSuspension = object({ reason: SuspensionReason, until: Day, words: Text(500) })
export const AskLedger = object({ missing: Text(500), plan: Text(1000) })
export const EnterLedger = object({ leader: Text(60), plan: Text(1000), missing: Text(500) })
export const Rate = object({ solved: Type.Boolean(), level: Level, words: Type.Optional(Personal(Text(1000))) })
export const Check = object({ good: Type.Boolean(), words: Type.Optional(Text(1000)) })
export const CallBack = object({
  answered: Type.Boolean(),
  solved: Type.Optional(Type.Boolean()),
  level: Type.Optional(Level),
  words: Type.Optional(Personal(Text(1000))),
  /** The platform that it came from has asked the caller itself. */
  outside: Type.Optional(Type.Boolean()),
})
export const ProposeDecline = object({ reason: DeclineReason, words: Text(1000) })
/** `outside`: what the platform said that the report came from, where it came from one. */
export const Decline = object({ ...ProposeDecline.properties, outside: Type.Optional(Text(500)) })
export const Merge = object({ parent: Id })
export const Split = object({
  parts: Type.Array(object({ id: Id, category: CategoryCode, words: Text(1000) }), { minItems: 1, maxItems: 5 }),
})
export const Correct = object({
  category: Type.Optional(CategoryCode),
  kind: Type.Optional(Kind),
  urgency: Type.Optional(Urgency),
  place: Type.Optional(GivenPlace),
  concerns,
  words: Text(500),
})
export const AskReporter = object({ question: Text(500) })
export const ReplyToAsk = object({ words: Personal(Text(1000)), photos })
export const HandOver = object({ to: Post, words: Text(1000) })
export const Comment = object({ words: Personal(Text(2000)), photos, forReporter: Type.Optional(Type.Boolean()) })
/** 随网格调整: a part of the first grid went to the other. */
export const Regrid = object({ grid: UnitCode, to: UnitCode })
export const LimitCall = object({ limit: Type.String() })
/** 强制报告: to whom, and its receipt or the number of the case there. */
export const Authority = object({
  to: Type.Enum(['police', 'civilAffairs', 'education']),
  receipt: Type.Optional(Text(60)),
  words: Text(500),
})
export type Authority = Static<typeof Authority>
export const Exclude = object({ ground: Text(500) })
export const Approve = object({ summary: Text(200), photos })

export type Report = Static<typeof Report>
export type GivenPlace = Static<typeof GivenPlace>
export type Regrid = Static<typeof Regrid>
export type Solve = Static<typeof Solve>
export type Dispatch = Static<typeof Dispatch>
export type Rule = Static<typeof Rule>
export type Correct = Static<typeof Correct>
export type Merge = Static<typeof Merge>
export type Split = Static<typeof Split>
