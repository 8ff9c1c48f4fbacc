import { type Static, Type } from 'typebox'
import { Day, Instant } from '#kernel/moments.ts'
import { Post } from '#kernel/people/actor.ts'
import { Text } from '#kernel/text.ts'
import { Uuid } from '#kernel/uuid.ts'

export { Day, Instant, Text }

export const Id = Uuid
export const UnitCode = Type.String({ minLength: 1, maxLength: 60, pattern: '^[A-Za-z0-9._-]+$' })
export const CategoryCode = Type.String({ minLength: 1, maxLength: 60, pattern: '^[A-Za-z0-9._-]+$' })

/** What stands that a report may be about: one station. */
export const ThingKind = Type.Literal('station')

/** What it is that someone wants, which decides the limits and who may answer directly. */
export const Kind = Type.Enum(['consultation', 'help', 'complaint', 'tipOff', 'suggestion', 'praise'])
export type Kind = Static<typeof Kind>

export const Urgency = Type.Enum(['ordinary', 'urgent'])
export type Urgency = Static<typeof Urgency>

/** How a report came in. `nobody`: from someone not signed in. */
export const Channel = Type.Enum(['resident', 'nobody', 'phone', 'counter', 'chat', 'patrol', 'outer'])
export type Channel = Static<typeof Channel>

/** Whom of the chain itself a report may be about: those who look after the place. */
export const Concerned = Type.Enum(['grid', 'community', 'street', 'property'])
export type Concerned = Static<typeof Concerned>
export const concernedNames: Record<Concerned, string> = {
  grid: '网格员',
  community: '社区',
  street: '街道',
  property: '物业公司',
}

/** What became of the matter itself, apart from the state of the case. Only `solved` can count as solved. */
export const Outcome = Type.Enum(['solved', 'partly', 'notOurs', 'cannot'])
export type Outcome = Static<typeof Outcome>

export const Level = Type.Integer({ minimum: 1, maximum: 5 })
/** 满意率 counts the upper two levels. */
export const levels = ['非常不满意', '不满意', '一般', '满意', '非常满意'] as const

/** Where a case lies: the unit tree and the grids of that day, and how it was found. */
export const Place = Type.Object(
  {
    how: Type.Enum(['inside', 'near', 'outside', 'unit']),
    point: Type.Union([Type.Tuple([Type.Number(), Type.Number()]), Type.Null()]),
    metres: Type.Integer({ minimum: 0 }),
    street: Type.Optional(UnitCode),
    community: Type.Optional(UnitCode),
    estate: Type.Optional(UnitCode),
    building: Type.Optional(UnitCode),
    grid1: Type.Optional(UnitCode),
    grid2: Type.Optional(UnitCode),
    grid3: Type.Optional(UnitCode),
    dedicated: Type.Optional(UnitCode),
    /** Made of the names of units and grids, never of what somebody typed. */
    label: Type.String({ maxLength: 200 }),
  },
  { additionalProperties: false },
)
export type Place = Static<typeof Place>

/** What one assisting unit is asked to do, and how far it is. A silent one escalates, and cannot block for ever. */
export const Part = Type.Object(
  {
    unit: UnitCode,
    holder: Post,
    task: Text(500),
    state: Type.Enum(['asked', 'received', 'contributed', 'relieved']),
    answer: Type.Optional(Text(2000)),
  },
  { additionalProperties: false },
)
export type Part = Static<typeof Part>

export const Resolution = Type.Object(
  {
    outcome: Outcome,
    done: Text(2000),
    /** The body that is right (`notOurs`), or the ground on which it cannot be done (`cannot`). */
    because: Type.Optional(Text(500)),
    /** The unit of this district that is right (`notOurs`). */
    rightBody: Type.Optional(UnitCode),
    photos: Type.Array(Id, { maxItems: 9 }),
    at: Instant,
    by: Type.Object({ id: Type.String(), name: Type.String(), post: Post }),
    /** The state in which the last handler had it, to which a "not solved" returns. */
    from: Type.Enum(['accepted', 'triage', 'handling']),
    holder: Post,
  },
  { additionalProperties: false },
)
export type Resolution = Static<typeof Resolution>

export const Rating = Type.Object(
  {
    round: Type.Integer(),
    party: Type.String(),
    solved: Type.Boolean(),
    level: Level,
    words: Type.Optional(Type.String()),
    at: Instant,
    /** Said on the page; on the telephone to a caller; or with a query code that a worker had in hand, so that it may not be the reporter's. */
    by: Type.Enum(['rating', 'callBack', 'codeSeenByStaff']),
  },
  { additionalProperties: false },
)
export type Rating = Static<typeof Rating>

/** A try to reach the reporter after the resolution. */
export const Call = Type.Object(
  {
    round: Type.Integer(),
    at: Instant,
    by: Type.String(),
    answered: Type.Boolean(),
    /** Asked by the platform that it came from. */
    outside: Type.Optional(Type.Literal(true)),
  },
  { additionalProperties: false },
)

/** Grounds on which a pause is granted; the reporter sees which. */
export const suspensionReasons = {
  weather: '天气或季节原因暂不能施工',
  material: '等待专用材料或配件',
  procedure: '等待法定程序（公示、招标、鉴定）',
  consent: '等待业主共同决定',
  reporter: '等待报单人配合',
  thirdParty: '等待权属单位施工',
} as const
export const SuspensionReason = Type.Enum(['weather', 'material', 'procedure', 'consent', 'reporter', 'thirdParty'])

/** Why a report is not taken up, each with its legal ground and the right door, kept as data with its source (`declining.ts`). */
export const DeclineReason = Type.Enum([
  'court',
  'arbitration',
  'review',
  'discipline',
  'disclosure',
  'petition',
  'secrets',
  'repeated',
  'unfounded',
])
export type DeclineReason = Static<typeof DeclineReason>

/** Why a handling unit gives a case back. */
export const returnReasons = {
  notOurDuty: '不属本单位职责',
  notOurArea: '不在本单位辖区',
  needsOtherLead: '应由其他单位主办',
  facts: '与事实不符，无法办理',
} as const
export const ReturnReason = Type.Enum(['notOurDuty', 'notOurArea', 'needsOtherLead', 'facts'])
