import { type Static, Type } from 'typebox'
import { Span } from '#kernel/time/span.ts'
import { Words } from '#kernel/words.ts'
import { CategoryCode, Kind, Urgency } from '../contract/terms.ts'

const object = <Properties extends Parameters<typeof Type.Object>[0]>(properties: Properties) =>
  Type.Object(properties, { additionalProperties: false })

/**
 * How the unit that leads is found. `bureau`, `utility`: the unit of that code in the district; `station`: the one of that
 * bureau that serves the street, else the bureau; `propertyCompany`: the one that serves the estate, else `otherwise`;
 * `street`, `community`: the one that the place lies in.
 */
export const Lead = Type.Union([
  object({ unitKind: Type.Enum(['bureau', 'station', 'utility']), code: Type.String({ minLength: 1 }) }),
  object({ unitKind: Type.Literal('propertyCompany'), otherwise: Type.Enum(['street', 'community']) }),
  object({ unitKind: Type.Enum(['street', 'community']) }),
])
export type Lead = Static<typeof Lead>

/** How long each step may take: `accept` and `solveOrDispatch` for the grid, the others for the handling unit. */
export const Limits = object({ accept: Span, solveOrDispatch: Span, receive: Span, contact: Span, resolve: Span })
export type Limits = Static<typeof Limits>

const Terms = Type.Array(
  object({
    term: Type.String({ minLength: 2, maxLength: 30 }),
    en: Type.String({ minLength: 1, maxLength: 80 }),
    weight: Type.Number({ minimum: 1, maximum: 5 }),
  }),
)

/** The upper level of the register: it holds categories and takes no case itself. Its words point to all that it holds. */
export const Group = object({ code: CategoryCode, name: Words, words: Terms })
export type Group = Static<typeof Group>

/** A category of reports, the lower level of the register, with all that the loop goes by. */
export const Category = object({
  code: CategoryCode,
  parent: CategoryCode,
  name: Words,
  kind: Kind,
  urgency: Urgency,
  /** Urgent ones only: which of 110, 119, 120 the page names first, and what to do until help is there. */
  danger: Type.Optional(object({ call: Type.Array(Type.Enum(['110', '119', '120']), { minItems: 1 }), advice: Words })),
  /** Who may dispatch it directly (直派清单): the grid worker already, or only a desk higher up. */
  dispatchBy: Type.Enum(['grid', 'community', 'street', 'district']),
  /** Its place in the street's list of duties: what was taken back is never dispatched to a street or community. */
  dutyList: Type.Enum(['basic', 'assist', 'takenBack']),
  lead: Lead,
  assisting: Type.Array(Lead),
  /** 立案条件, 结案标准. */
  acceptedWhen: Words,
  closedWhen: Words,
  verifiedOnSite: Type.Boolean(),
  photosWanted: object({ before: Type.Boolean(), after: Type.Boolean() }),
  /** A danger to others is not withdrawn: it goes on as staff's own. */
  withdrawable: Type.Boolean(),
  limits: object({
    byKind: Type.Record(Kind, Limits, { additionalProperties: false }),
    /** Whatever the kind, when it is urgent. */
    urgent: Limits,
  }),
  texts: object({
    /** What the reporter is told at once. */
    received: Words,
    /** A draft of the answer, for the handler to complete. */
    answer: Words,
  }),
  /** What other systems call it: the matter in the 12345 hotline, the class in urban management (数字城管). */
  codes: object({
    hotline12345: Type.Optional(Type.String({ maxLength: 100 })),
    urbanManagement: Type.Optional(Type.String({ maxLength: 100 })),
  }),
  /** Plain words that point to it, and how strongly (1 weak, 5 all but certain): our own vocabulary, nothing personal. */
  words: Terms,
  /** About those who look after the place: unless the reporter says of whom, grid and community are passed over. */
  aboutChain: Type.Optional(Type.Literal(true)),
  /** Goes to the protected queue, with the duty to report. */
  protected: Type.Optional(Type.Enum(['minors', 'violence'])),
})
export type Category = Static<typeof Category>

/** The limits that a case of a category has. */
export const limitsOf = ({ limits }: Category, kind: Kind, urgency: Urgency): Limits =>
  urgency === 'urgent' ? limits.urgent : limits.byKind[kind]
