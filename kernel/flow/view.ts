import { type Static, type TSchema, Type } from 'typebox'
import { Words } from '../words.ts'
import { type RefusalKind, refusalKinds } from './refusal.ts'

/** What was carried out by a command: the event that tells of it. */
export const Done = Type.Object({ command: Type.String(), version: Type.Integer(), at: Type.String(), repeated: Type.Boolean() })

/** Why something may not be done, and of which kind that reason is: what there is no occasion for a page leaves out. */
export const WhyNot = Type.Object({
  kind: Type.Unsafe<RefusalKind>({ type: 'string', enum: Object.keys(refusalKinds) }),
  ...Words.properties,
})
export type WhyNot = Static<typeof WhyNot>

/** An item as one person sees it: what they may do with it, which are the buttons, and why they may not do the rest. */
export interface View<Seen = unknown> {
  item: Seen
  may: string[]
  mayNot: Record<string, WhyNot>
}

/** The same, as it goes over the wire. */
export const viewSchema = ({ seen, commands }: { seen: TSchema; commands: object }) =>
  Type.Object({
    item: seen,
    may: Type.Array(Type.Enum(Object.keys(commands))),
    mayNot: Type.Record(Type.String(), WhyNot),
  })

/**
 * The reply to a command: what was done, and the item as the sender sees it now; `null` where it has left their sight
 * (handed to somebody else). `secret` is what only this sender gets, such as a query code.
 */
export const replySchema = (flow: { seen: TSchema; commands: object }) =>
  Type.Object({
    done: Done,
    id: Type.String(),
    secret: Type.Optional(Type.Record(Type.String(), Type.String())),
    view: Type.Union([viewSchema(flow), Type.Null()]),
  })

/** The same, for those who read it. */
export interface Reply<Seen> {
  id: string
  done: Static<typeof Done>
  secret?: Record<string, string>
  view: View<Seen> | null
}

/** A flow as it describes itself: what every command is called and takes. */
export const FlowDescription = Type.Object({
  label: Words,
  states: Type.Record(Type.String(), Type.String()),
  commands: Type.Record(
    Type.String(),
    Type.Object({
      zh: Type.String(),
      input: Type.Unsafe<object>({ type: 'object', additionalProperties: true }),
      from: Type.Array(Type.String()),
      to: Type.Array(Type.String()),
      by: Type.Array(Words),
      passesOn: Type.Boolean({ description: 'somebody else has the item afterwards' }),
      onOccasion: Type.Boolean({ description: 'it takes an occasion, which few items give' }),
    }),
  ),
})
export type FlowDescription = Static<typeof FlowDescription>
